package fr.ruche.jury;

import org.jspecify.annotations.Nullable;

/**
 * How the members voted on a dossier, where the jury voted ({@code domain.md} 5.1: sense of each deliberation, dissent
 * on request).
 *
 * @param dissent what a member asks to be written, null for nothing
 */
public record Vote(
        int inFavour, int against, int abstained, @Nullable String dissent) {

    /** Whether votes were counted, and not only a dissent written. */
    public boolean counted() {
        return total() > 0;
    }

    int total() {
        return inFavour + against + abstained;
    }
}
