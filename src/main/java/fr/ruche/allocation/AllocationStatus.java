package fr.ruche.allocation;

/** What becomes of a dossier in an allocation. */
public enum AllocationStatus {
    /** Gets all it asks for. */
    RETENU,
    /** Gets a part of it. */
    RETENU_PARTIEL,
    /** Gets nothing yet: on the reserve list. */
    LISTE_COMPLEMENTAIRE,
    /** Put off to another session. */
    AJOURNE,
    /** Not favourable, or below the threshold. */
    DEFAVORABLE
}
