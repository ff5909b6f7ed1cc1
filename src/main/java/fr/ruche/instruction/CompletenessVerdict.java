package fr.ruche.instruction;

import fr.ruche.common.Sentences;

/** What the Region says of the papers of a full dossier. */
public enum CompletenessVerdict {
    COMPLETE,
    TO_COMPLETE,
    INADMISSIBLE;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("completenessVerdict." + name());
    }
}
