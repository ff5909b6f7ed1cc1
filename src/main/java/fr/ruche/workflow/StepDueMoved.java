package fr.ruche.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open user task has another due date: a manager moved the calendar. Published in the engine's transaction. */
public record StepDueMoved(
        String process,
        String businessKey,
        String step,
        String taskId,
        @Nullable Instant dueAt) {}
