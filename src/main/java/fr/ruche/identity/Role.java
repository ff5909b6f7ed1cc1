package fr.ruche.identity;

import fr.ruche.common.Sentences;
import java.util.Optional;
import java.util.Set;

/** What an account may be. Four roles have a scope: the territory, the sector, the jury or the service they act for. */
public enum Role {
    /** Deposits dossiers; unknown to the engine. */
    HOLDER("holders"),
    /** Checks the conformity of the fiches of one EPCI; scope: its SIREN. */
    CONFORMITY_OFFICER("conformity"),
    /** Instructs the dossiers of one sector; scope: the code of the sector. */
    INSTRUCTOR("instruction"),
    /** Sits in a jury; scope: the SIREN of the EPCI, or {@code regional}. */
    JURY_MEMBER("jury"),
    /** Gives the opinion of a service outside the programme; scope: a word that the diagrams name too. */
    CONSULTED("consulted"),
    MANAGER("managers"),
    MODELLER("modellers"),
    ADMINISTRATOR("camunda-admin");

    /** What a manager may lend to a substitute: a seat in a jury, and a manager's powers, are personal. */
    static final Set<Role> LENT = Set.of(CONFORMITY_OFFICER, INSTRUCTOR, CONSULTED);

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The group of everybody who holds this role, whatever the scope, as the engine knows it. */
    String group() {
        return group;
    }

    /** The scope in the name of a group of this role, such as {@code departement}; empty for any other group. */
    public Optional<String> scopeOf(String name) {
        var beginning = group + "-";
        return name.startsWith(beginning) ? Optional.of(name.substring(beginning.length())) : Optional.empty();
    }

    /** The same in French, as the engine's applications show it. */
    String label() {
        return Sentences.of("role." + name());
    }
}
