package fr.ruche.workflow;

/**
 * A process that waits goes on in another version of its diagram; published in the transaction, for each step that it
 * waits at.
 *
 * @param version of the diagram from now on
 * @param taskId what {@link StepEntered#taskId} told when the step began
 * @param step its id in the new version
 * @param label its French label there
 */
public record StepMigrated(String businessKey, int version, String taskId, String step, String label) {}
