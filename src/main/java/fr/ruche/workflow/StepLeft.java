package fr.ruche.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A user task is over. Published in the engine's transaction.
 *
 * @param completed false when the step was cut short by a deadline, an abandon or a withdrawal
 * @param expired whether it was by a deadline
 * @param actor the account that completed it, null when nobody did
 * @param onBehalfOf the absent colleague in whose name it was completed, null for one's own
 */
public record StepLeft(
        String process,
        String businessKey,
        String step,
        String taskId,
        boolean completed,
        boolean expired,
        @Nullable String actor,
        @Nullable String onBehalfOf) {}
