package fr.ruche.workflow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user task that is offered to groups of officers.
 *
 * @param id of the task in the engine
 * @param step id of the user task in the model
 * @param groups ids of the groups to which it is offered, such as {@code conformity-246200364}
 * @param assignee who has taken it, null when nobody has
 * @param owner the absent person for whom the assignee holds it, null when it is in their own name
 */
public record OfferedTask(
        String id,
        String step,
        Set<String> groups,
        @Nullable String assignee,
        @Nullable String owner) {

    /** Whether it is offered to one of these groups. */
    public boolean isFor(java.util.Collection<String> some) {
        return some.stream().anyMatch(groups::contains);
    }
}
