package fr.ruche.identity;

/**
 * A kind of task that officers have.
 *
 * @param step id of the user task in the models, such as {@code userTask_instruct}
 * @param label in French
 */
public record TaskKind(String step, String label) {}
