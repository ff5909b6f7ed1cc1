package fr.ruche.funding;

import fr.ruche.common.Sentences;

/** What the commission permanente decides ({@code domain.md} 5.3, CP-03). */
public enum DecisionOutcome {
    ATTRIBUE,
    REJETE,
    /** Granted later if money comes back. */
    LISTE_COMPLEMENTAIRE;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("decisionOutcome." + name());
    }
}
