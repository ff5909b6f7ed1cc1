package fr.ruche.common;

/** What was asked for does not exist, or the one who asks may not know that it does. */
public class NotFound extends RuntimeException {

    /** @param message a French sentence for the one who asked */
    public NotFound(String message) {
        super(message);
    }
}
