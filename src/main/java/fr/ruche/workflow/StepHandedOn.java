package fr.ruche.workflow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open user task is offered to other groups, or in other hands. Published in the engine's transaction, also when it
 * turns out that nothing of this has changed.
 *
 * @param groups ids of the groups to which it is offered now
 * @param assignee who has it now, null when nobody has
 * @param owner the person for whom the assignee holds it, null when it is in their own name
 * @param by who has asked the engine itself for it, as Tasklist does; null when Ruche does it and tells of it
 */
public record StepHandedOn(
        String businessKey,
        String taskId,
        Set<String> groups,
        @Nullable String assignee,
        @Nullable String owner,
        @Nullable String by) {}
