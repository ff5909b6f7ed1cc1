package fr.ruche.common;

/**
 * One thing that is wrong with what somebody entered.
 *
 * @param field the field as the API and the forms name it, empty when the fault concerns the whole
 * @param rule the id of the rule that refuses it, such as {@code ELIG-05} or {@code REQUIRED}
 * @param message a French sentence for the person who typed it
 */
public record Fault(String field, String rule, String message) {}
