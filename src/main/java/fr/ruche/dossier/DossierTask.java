package fr.ruche.dossier;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open task of officers, with the dossier it is about.
 *
 * @param id of the task in the engine
 * @param step id of the user task in the model
 * @param label its French label
 * @param groups ids of the groups of the engine to which it is offered
 * @param assignee who has taken it, null when nobody has
 * @param owner the person for whom the assignee holds it, null when it is in their own name
 */
public record DossierTask(
        String id,
        String step,
        String label,
        @Nullable Instant dueAt,
        Set<String> groups,
        @Nullable String assignee,
        @Nullable String owner,
        DossierSummary dossier) {}
