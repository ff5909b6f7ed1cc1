package fr.ruche.review;

/**
 * A moment that a due date or a timer may ask for.
 *
 * @param name bean and method, such as {@code deadlines.conformity}
 * @param label in French
 * @param repeats whether it is a repetition, for a timer that does not interrupt; else a date
 * @param own whether each element of the diagram has a moment of its own, and names itself to ask for it
 */
public record DeadlineWord(String name, String label, Subject about, boolean repeats, boolean own) {

    /** As an element of the diagram writes it. */
    public String expression(String element) {
        return "${" + name + "(execution.processBusinessKey" + (own ? ", '" + element + "'" : "") + ")}";
    }
}
