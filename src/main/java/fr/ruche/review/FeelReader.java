package fr.ruche.review;

/** Parses FEEL without evaluating anything of it. */
public interface FeelReader {

    /** @throws Unreadable when it is no expression */
    Feel expression(String text) throws Unreadable;

    /** What a cell of a table holds. @throws Unreadable when it is no test */
    Feel tests(String text) throws Unreadable;

    /** What is not FEEL. */
    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        public Unreadable(String reason) {
            super(reason);
        }
    }
}
