package fr.ruche.review;

import java.util.List;

/**
 * A variable of a process that a gateway, a group or a table may read.
 *
 * @param label in French
 * @param values the only values it takes, in the order of the code; empty when other data give them
 * @param setBy the steps, actions and messages after which it is known
 */
public record FactWord(String name, String label, ValueType type, List<String> values, List<String> setBy) {}
