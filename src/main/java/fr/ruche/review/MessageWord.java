package fr.ruche.review;

import java.util.List;

/**
 * A message that the program sends to a process.
 *
 * @param label when it is sent, in French
 * @param always whether it may be sent whatever the step, so that every diagram has to wait for it
 * @param sets names of the facts that are known after it
 */
public record MessageWord(String name, String label, Subject about, boolean always, List<String> sets) {}
