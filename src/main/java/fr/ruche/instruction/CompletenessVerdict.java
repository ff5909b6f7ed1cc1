package fr.ruche.instruction;

/** What the Region says of the papers of a full dossier. */
public enum CompletenessVerdict {
    COMPLETE("complet"),
    TO_COMPLETE("à compléter"),
    INADMISSIBLE("irrecevable");

    private final String label;

    CompletenessVerdict(String label) {
        this.label = label;
    }

    /** In French, lower case. */
    public String label() {
        return label;
    }
}
