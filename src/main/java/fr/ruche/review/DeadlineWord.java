package fr.ruche.review;

/**
 * A moment that a due date or a timer may ask for.
 *
 * @param name bean and method, such as {@code deadlines.conformity}
 * @param label in French
 * @param repeats whether it is a repetition, for a timer that does not interrupt; else a date
 */
public record DeadlineWord(String name, String label, Subject about, boolean repeats) {

    /** As the diagram writes it. */
    public String expression() {
        return "${" + name + "(execution.processBusinessKey)}";
    }
}
