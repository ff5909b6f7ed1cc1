package fr.ruche.dossier;

/**
 * A task that waits for somebody, with the dossier it is about.
 *
 * @param task id of the task in the engine
 */
public record WaitingTask(String task, DossierSummary dossier) {}
