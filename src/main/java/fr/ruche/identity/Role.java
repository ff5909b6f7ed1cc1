package fr.ruche.identity;

/** What an account may be. Three roles have a scope: the territory, the sector or the jury they act for. */
public enum Role {
    /** Deposits dossiers; unknown to the engine. */
    HOLDER,
    /** Checks the conformity of the fiches of one EPCI; scope: its SIREN. */
    CONFORMITY_OFFICER,
    /** Instructs the dossiers of one sector; scope: the code of the sector. */
    INSTRUCTOR,
    /** Sits in a jury; scope: the SIREN of the EPCI, or {@code regional}. */
    JURY_MEMBER,
    MANAGER,
    MODELLER,
    ADMINISTRATOR
}
