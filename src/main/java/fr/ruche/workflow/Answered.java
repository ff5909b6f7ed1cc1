package fr.ruche.workflow;

/**
 * One question of a form as it was answered.
 *
 * @param type of the component, such as {@code textarea}
 * @param shown what was answered as people read it: the label of a choice, « Oui », a text; empty when nothing was
 */
public record Answered(String key, String label, String type, String shown) {}
