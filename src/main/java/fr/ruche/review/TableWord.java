package fr.ruche.review;

import java.util.List;

/**
 * A decision that the program itself evaluates.
 *
 * @param id of the decision
 * @param label in French
 * @param single whether one row answers; else all the rows that match do, in the order of the table
 * @param inputs what the program gives it
 * @param outputs what the program reads of it
 */
public record TableWord(String id, String label, boolean single, List<ColumnWord> inputs, List<ColumnWord> outputs) {}
