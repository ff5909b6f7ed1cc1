package fr.ruche.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The officers, as the engine sees them: read-only. Porteurs are never in it. */
public interface Directory {

    Optional<Person> person(String id);

    /** Everybody in the directory. */
    List<Person> people();

    /** All groups that somebody may belong to. */
    List<Group> groups();

    /** The groups of absent colleagues in which this person stands in for them today, on top of their own. */
    Set<String> lentGroups(String person);

    /**
     * In whose name a person works on a task that is offered to these groups.
     *
     * @param step id of the user task in the model
     * @return the account of an absent colleague, when the person reaches the task only through what that colleague
     *     lends; empty for one's own name
     * @throws fr.ruche.common.Forbidden when no colleague has entrusted this step
     */
    Optional<String> onBehalf(String person, String step, Supplier<Set<String>> groups);

    /** Whether {@link #onBehalf} would name anybody or nobody, rather than refuse. */
    boolean mayWork(String person, String step, Supplier<Set<String>> groups);

    /** @param groups ids of the groups of this person, the lent ones among them */
    record Person(String id, String displayName, String email, List<String> groups) {}

    record Group(String id, String name) {}
}
