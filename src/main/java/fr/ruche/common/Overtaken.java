package fr.ruche.common;

import java.time.Instant;

/** Somebody else changed the thing since it was read. */
public class Overtaken extends Conflict {

    private final String by;
    private final transient Instant at;

    /**
     * @param message a French sentence for the one who asked
     * @param by name of who changed it
     */
    public Overtaken(String message, String by, Instant at) {
        super(message);
        this.by = by;
        this.at = at;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
