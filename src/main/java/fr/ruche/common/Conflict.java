package fr.ruche.common;

/** The thing is no longer in the state in which this may be done to it: a stale page, a second click, a colleague. */
public class Conflict extends RuntimeException {

    /** @param message a French sentence for the one who asked */
    public Conflict(String message) {
        super(message);
    }
}
