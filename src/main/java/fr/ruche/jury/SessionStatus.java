package fr.ruche.jury;

/** The life of a session. */
public enum SessionStatus {
    CONVOQUEE("convoquée"),
    /** The agenda is settled; the jury meets. */
    ORDRE_DU_JOUR_ARRETE("ordre du jour arrêté"),
    /** Every dossier has its outcome; the minutes are to be approved. */
    TENUE("tenue"),
    /** The minutes are approved and frozen. */
    CLOSE("close"),
    ANNULEE("annulée");

    private final String label;

    SessionStatus(String label) {
        this.label = label;
    }

    /** In French, lower case. */
    public String label() {
        return label;
    }

    /** Whether the agenda may still change and outcomes be recorded. */
    public boolean open() {
        return this == CONVOQUEE || this == ORDRE_DU_JOUR_ARRETE;
    }
}
