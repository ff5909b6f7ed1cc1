package fr.ruche.deliberation;

import fr.ruche.common.Sentences;

/** Where a dossier stands in a scenario. */
public enum Standing {
    RETENU,
    RETENU_PARTIEL,
    LISTE_COMPLEMENTAIRE,
    AJOURNE,
    RENVOI_JURY_REGIONAL,
    /** Not marked as the call asks, below its thresholds, or against its rules. */
    DEFAVORABLE;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("deliberation.standing." + name());
    }
}
