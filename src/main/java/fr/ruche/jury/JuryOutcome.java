package fr.ruche.jury;

/** What a jury says of a dossier ({@code domain.md} 5.3). */
public enum JuryOutcome {
    FAVORABLE("avis favorable"),
    FAVORABLE_PARTIEL("avis favorable partiel"),
    FAVORABLE_SOUS_RESERVE("avis favorable sous réserve"),
    AJOURNE("ajourné à une prochaine séance"),
    DEFAVORABLE("avis défavorable"),
    REORIENTE("réorienté vers un autre dispositif"),
    RENVOI_JURY_REGIONAL("renvoyé au jury régional");

    private final String label;

    JuryOutcome(String label) {
        this.label = label;
    }

    /** In French, lower case. */
    public String label() {
        return label;
    }

    /** Whether amounts are granted. */
    public boolean favourable() {
        return name().startsWith("FAVORABLE");
    }
}
