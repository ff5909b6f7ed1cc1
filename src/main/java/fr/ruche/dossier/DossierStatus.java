package fr.ruche.dossier;

/** How a dossier stands as a whole; what it waits for is its step. */
public enum DossierStatus {
    /** The fiche is being written; only its holder sees it. */
    BROUILLON,
    EN_COURS,
    ATTRIBUE,
    REJETE,
    LISTE_COMPLEMENTAIRE,
    REORIENTE,
    NON_CONFORME,
    IRRECEVABLE,
    /** A deadline passed without a deposit. */
    CADUC,
    /** By the holder. */
    ABANDONNE,
    /** By a manager. */
    RETIRE;

    public boolean ended() {
        return this != BROUILLON && this != EN_COURS && this != LISTE_COMPLEMENTAIRE;
    }
}
