package fr.ruche.identity;

import fr.ruche.common.Sentences;
import java.util.Set;

/** What an account may be. Three roles have a scope: the territory, the sector or the jury they act for. */
public enum Role {
    /** Deposits dossiers; unknown to the engine. */
    HOLDER("holders"),
    /** Checks the conformity of the fiches of one EPCI; scope: its SIREN. */
    CONFORMITY_OFFICER("conformity"),
    /** Instructs the dossiers of one sector; scope: the code of the sector. */
    INSTRUCTOR("instruction"),
    /** Sits in a jury; scope: the SIREN of the EPCI, or {@code regional}. */
    JURY_MEMBER("jury"),
    MANAGER("managers"),
    MODELLER("modellers"),
    ADMINISTRATOR("camunda-admin");

    /** What a manager may lend to a substitute: a seat in a jury, and a manager's powers, are personal. */
    static final Set<Role> LENT = Set.of(CONFORMITY_OFFICER, INSTRUCTOR);

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The group of everybody who holds this role, whatever the scope, as the engine knows it. */
    String group() {
        return group;
    }

    /** The same in French, as the engine's applications show it. */
    String label() {
        return Sentences.of("role." + name());
    }
}
