package fr.ruche.audit;

import fr.ruche.common.Sentences;

/**
 * Something in the chain that is not as it was.
 *
 * @param position of the seal; 0 for a fact that has none
 * @param fact where it is written and its id there
 */
public record Breach(long position, String fact, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** The fact says something else than when it was sealed. */
        CHANGED,
        /** The fact is gone. */
        MISSING,
        /** The seal does not follow from the one before. */
        BROKEN,
        /** A position of the chain is left out. */
        GAP,
        /** Older than an hour and never sealed: slipped in behind the sealer, or the sealing has stopped. */
        UNSEALED,
        /** The chain does not have the seal that was published: all of it was made anew, or its end was cut off. */
        PUBLISHED
    }

    /** In French, on one line. */
    public String told() {
        return Sentences.of("journal." + kind, position, fact);
    }
}
