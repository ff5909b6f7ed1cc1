package fr.ruche.programme;

/** How a fiche or a dossier arrives. */
public enum Channel {
    ONLINE,
    /** The postmark counts, not the receipt (DL-01). */
    PAPER
}
