package fr.ruche.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody now has something to do. Published in the engine's transaction when a user task is created.
 *
 * @param process id of the process, such as {@code dsdt-dossier}
 * @param version of the process
 * @param businessKey the dossier number, or the id of a jury session
 * @param step id of the user task in the model
 * @param label its French label
 * @param clock who holds the dossier: the {@code clock} property of the user task in the model ({@code PORTEUR},
 *     {@code INTERCOMMUNALITE}, {@code REGION}, {@code JURY})
 * @param groups ids of the groups to which it is offered
 * @param assignee in whose hands it is from the beginning, null for nobody
 * @param way ids of the elements of the diagram that were passed by since the last step, in order
 */
public record StepEntered(
        String process,
        int version,
        String businessKey,
        String step,
        String label,
        String clock,
        String taskId,
        @Nullable Instant dueAt,
        Set<String> groups,
        @Nullable String assignee,
        List<String> way) {}
