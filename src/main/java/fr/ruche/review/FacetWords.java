package fr.ruche.review;

import fr.ruche.common.Sentences;

/** How one thing that an element says is told to have changed. */
final class FacetWords {

    private FacetWords() {}

    /**
     * @param label of the element, quoted
     * @param facet what of it changed
     * @param before empty when it said nothing of it
     */
    static String changed(String label, String facet, String before, String after) {
        if (before.isEmpty()) {
            return Sentences.of("compare.facet.set", label, facet, after);
        }
        return after.isEmpty()
                ? Sentences.of("compare.facet.unset", label, facet, before)
                : Sentences.of("compare.facet.changed", label, facet, before, after);
    }
}
