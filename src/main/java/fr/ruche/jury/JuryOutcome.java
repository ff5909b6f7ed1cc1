package fr.ruche.jury;

import fr.ruche.common.Sentences;

/** What a jury says of a dossier ({@code domain.md} 5.3). */
public enum JuryOutcome {
    FAVORABLE,
    FAVORABLE_PARTIEL,
    FAVORABLE_SOUS_RESERVE,
    AJOURNE,
    DEFAVORABLE,
    REORIENTE,
    RENVOI_JURY_REGIONAL;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("juryOutcome." + name());
    }

    /** Whether amounts are granted. */
    public boolean favourable() {
        return name().startsWith("FAVORABLE");
    }
}
