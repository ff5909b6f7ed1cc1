package fr.ruche.review;

/**
 * One thing in which two bundles differ.
 *
 * @param file its name
 * @param element id of the box, arrow, row, cell, field or parameter; of the bundle that comes after, unless the
 *     element is only in the one before; empty when it concerns the whole file
 * @param sentence what a manager reads, in French
 * @param before what was written; empty when there was nothing, or when the sentence says all
 * @param after what is written now
 */
public record Difference(String file, String element, Kind kind, String sentence, String before, String after) {

    /** What became of the element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Only its place is another: in a drawing or a form, which changes nothing, or among the rows of a table. */
        MOVED
    }

    static Difference of(String file, String element, Kind kind, String sentence) {
        return new Difference(file, element, kind, sentence, "", "");
    }
}
