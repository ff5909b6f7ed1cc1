package fr.ruche.dossier;

import fr.ruche.common.Sentences;
import java.util.EnumSet;
import java.util.Set;

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
    RETIRE,
    /** The porteur declined the grant, or did not answer in time. */
    RENONCE,
    /** The reserve list ended before a place was free. */
    LISTE_CLOSE,
    /** Followed to the good end of its process, which is no decision on money. */
    ACHEVE,
    /** The Region declines the request at a step of the modeller. */
    REFUSE;

    /** As a French reader sees it. */
    public String label() {
        return Sentences.of("dossierStatus." + name());
    }

    /** The funding decision is taken: what the jury proposed is no longer a secret to the porteur. */
    public boolean decided() {
        return switch (this) {
            case ATTRIBUE, REJETE, LISTE_COMPLEMENTAIRE, RENONCE, LISTE_CLOSE -> true;
            default -> false;
        };
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
