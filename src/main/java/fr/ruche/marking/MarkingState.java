package fr.ruche.marking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the marking of a session stands, with who moved it and when.
 *
 * @param closesAt the first instant at which a sheet can no longer change
 */
public record MarkingState(
        MarkingPhase phase,
        Instant closesAt,
        String openedBy,
        Instant openedAt,
        @Nullable String revealedBy,
        @Nullable Instant revealedAt,
        @Nullable String deliberatedBy,
        @Nullable Instant deliberatedAt) {

    /** Whether jurors may change their sheets at that moment. */
    public boolean takesMarks(Instant now) {
        return phase == MarkingPhase.BLIND && now.isBefore(closesAt);
    }
}
