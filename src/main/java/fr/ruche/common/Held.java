package fr.ruche.common;

import java.time.Instant;

/** Somebody else has the thing in hand at the moment. */
public class Held extends Conflict {

    private final String by;
    private final transient Instant until;

    /**
     * @param message a French sentence for the one who asked
     * @param by name of who has it
     * @param until when it is free again, if they do not go on
     */
    public Held(String message, String by, Instant until) {
        super(message);
        this.by = by;
        this.until = until;
    }

    public String by() {
        return by;
    }

    public Instant until() {
        return until;
    }
}
