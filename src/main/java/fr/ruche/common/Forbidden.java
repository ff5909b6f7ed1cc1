package fr.ruche.common;

/** The one who asks may see the thing, but not do this to it. */
public class Forbidden extends RuntimeException {

    /** @param message a French sentence for the one who asked */
    public Forbidden(String message) {
        super(message);
    }
}
