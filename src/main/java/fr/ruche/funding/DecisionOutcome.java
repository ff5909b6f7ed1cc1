package fr.ruche.funding;

/** What the commission permanente decides ({@code domain.md} 5.3, CP-03). */
public enum DecisionOutcome {
    ATTRIBUE("subvention attribuée"),
    REJETE("demande rejetée"),
    /** Granted later if money comes back. */
    LISTE_COMPLEMENTAIRE("inscrit sur la liste complémentaire");

    private final String label;

    DecisionOutcome(String label) {
        this.label = label;
    }

    /** In French, lower case. */
    public String label() {
        return label;
    }
}
