package fr.ruche.review;

/**
 * Whom a user task may be offered to.
 *
 * @param name as the diagram writes it; it may hold a fact: <code>instruction-${sector}</code>; one that ends with a
 *     star stands for a {@link Family}, of services that are asked nothing but their opinion
 * @param label in French
 */
public record GroupWord(String name, String label) {}
