package fr.ruche.jury;

import fr.ruche.common.Sentences;

/** The life of a session. */
public enum SessionStatus {
    CONVOQUEE,
    /** The agenda is settled; the jury meets. */
    ORDRE_DU_JOUR_ARRETE,
    /** Every dossier has its outcome; the minutes are to be approved. */
    TENUE,
    /** The minutes are approved and frozen. */
    CLOSE,
    ANNULEE;

    /** In French, lower case. */
    public String label() {
        return Sentences.of("sessionStatus." + name());
    }

    /** Whether the agenda may still change and outcomes be recorded. */
    public boolean open() {
        return this == CONVOQUEE || this == ORDRE_DU_JOUR_ARRETE;
    }
}
