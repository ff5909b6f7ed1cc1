package fr.ruche.review;

import java.util.List;

/**
 * A user task that somebody can answer.
 *
 * @param id of the user task in the diagram; one that ends with a star stands for a {@link Family}, whose forms ask
 *     what the modeller wants to ask, besides the fields
 * @param label in French
 * @param page whether it is answered on a page of the porteur; else by a form in Tasklist
 * @param fields what the step reads in its form
 * @param shown the names that the form may show or ask in its conditions, besides its own fields
 * @param sets names of the facts that are known after it
 */
public record StepWord(
        String id,
        String label,
        Subject about,
        boolean page,
        List<FieldWord> fields,
        List<String> shown,
        List<String> sets) {

    boolean family() {
        return Family.is(id);
    }
}
