package fr.ruche.review;

import java.util.List;

/**
 * What a service task may call.
 *
 * @param name as the diagram writes it, between <code>${</code> and <code>}</code>
 * @param label in French, short enough for a box
 * @param does what it does, a French sentence
 * @param sets names of the facts that are known after it
 */
public record ActionWord(String name, String label, String does, Subject about, List<String> sets) {}
