package fr.ruche.dossier;

import java.util.EnumSet;
import java.util.Set;

/** How a dossier stands as a whole; what it waits for is its step. */
public enum DossierStatus {
    /** The fiche is being written; only its holder sees it. */
    BROUILLON("Brouillon"),
    EN_COURS("En cours"),
    ATTRIBUE("Subvention attribuée"),
    REJETE("Rejeté"),
    LISTE_COMPLEMENTAIRE("Liste complémentaire"),
    REORIENTE("Réorienté"),
    NON_CONFORME("Fiche non conforme"),
    IRRECEVABLE("Irrecevable"),
    /** A deadline passed without a deposit. */
    CADUC("Caduc"),
    /** By the holder. */
    ABANDONNE("Abandonné par le porteur"),
    /** By a manager. */
    RETIRE("Retiré par la Région");

    private final String label;

    DossierStatus(String label) {
        this.label = label;
    }

    /** As a French reader sees it. */
    public String label() {
        return label;
    }

    /** The funding decision is taken: what the jury proposed is no longer a secret to the porteur. */
    public boolean decided() {
        return this == ATTRIBUE || this == REJETE || this == LISTE_COMPLEMENTAIRE;
    }

    public boolean ended() {
        return this != BROUILLON && this != EN_COURS && this != LISTE_COMPLEMENTAIRE;
    }

    /** Those of a dossier that still goes on. */
    static Set<DossierStatus> running() {
        var running = EnumSet.allOf(DossierStatus.class);
        running.removeIf(DossierStatus::ended);
        return running;
    }
}
