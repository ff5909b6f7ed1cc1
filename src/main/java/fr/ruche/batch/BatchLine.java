package fr.ruche.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dossier.
 *
 * @param answer why it was refused, in French; null when it was done or is still to be
 * @param doneAt null while it is still to be done
 */
public record BatchLine(
        String dossier,
        State state,
        @Nullable String answer,
        @Nullable Instant doneAt) {

    /** Whether it was done. */
    public enum State {
        ATTEND,
        FAIT,
        REFUSE
    }

    /**
     * Some of them.
     *
     * @param page the first is 0
     * @param pages how many there are; 0 when no dossier is in that state
     */
    public record Page(List<BatchLine> lines, int page, int pages) {}
}
