package fr.ruche.worklist;

import java.util.List;

/**
 * A part of a list of tasks, the nearest due date first.
 *
 * @param page counted from 0
 * @param more whether there is another page
 */
public record WorklistPage(List<WorklistLine> items, int page, boolean more) {}
