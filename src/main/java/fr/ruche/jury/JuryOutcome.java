package fr.ruche.jury;

import fr.ruche.common.Sentences;

/** What a jury says of a dossier ({@code domain.md} 5.3). */
public enum JuryOutcome {
    FAVORABLE,
    FAVORABLE_PARTIEL,
    FAVORABLE_SOUS_RESERVE,
    /** Wanted, but the envelope does not suffice: it is granted if money comes back. */
    LISTE_COMPLEMENTAIRE,
    AJOURNE,
    DEFAVORABLE,
    REORIENTE,
    RENVOI_JURY_REGIONAL;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("juryOutcome." + name());
    }

    /** Whether the jury proposes amounts. */
    public boolean favourable() {
        return this == LISTE_COMPLEMENTAIRE || commits();
    }

    /** Whether these amounts are taken from the envelope. */
    public boolean commits() {
        return name().startsWith("FAVORABLE");
    }
}
