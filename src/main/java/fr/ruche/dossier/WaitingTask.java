package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody, with the dossier it is about.
 *
 * @param task id of the task in the engine
 * @param owner account of the absent person for whom it is held, null when it is in one's own name
 */
public record WaitingTask(String task, @Nullable String owner, DossierSummary dossier) {}
