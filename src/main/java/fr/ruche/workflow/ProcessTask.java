package fr.ruche.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task of a process, for a list of what waits.
 *
 * @param businessKey of its process
 * @param label French, as the model names the step
 * @param assignee account of who has taken it, null when nobody has
 */
public record ProcessTask(
        String businessKey,
        String id,
        String label,
        @Nullable Instant dueAt,
        @Nullable String assignee) {}
