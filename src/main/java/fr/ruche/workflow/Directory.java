package fr.ruche.workflow;

import java.util.List;
import java.util.Optional;

/** The officers, as the engine sees them: read-only. Porteurs are never in it. */
public interface Directory {

    Optional<Person> person(String id);

    /** Everybody in the directory. */
    List<Person> people();

    /** All groups that somebody may belong to. */
    List<Group> groups();

    /** @param groups ids of the groups of this person */
    record Person(String id, String displayName, String email, List<String> groups) {}

    record Group(String id, String name) {}
}
