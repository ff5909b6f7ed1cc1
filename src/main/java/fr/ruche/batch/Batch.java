package fr.ruche.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch and how far it came.
 *
 * @param createdBy account of the manager who began it and in whose name it acts
 * @param total number of dossiers
 * @param done those of them to which it was done
 * @param refused those that refused; {@code total − done − refused} are still to be done
 * @param endedAt null until it has ended
 */
public record Batch(
        UUID id,
        BatchAction action,
        @Nullable String step,
        @Nullable LocalDate until,
        @Nullable Integer version,
        String motive,
        BatchState state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        int total,
        int done,
        int refused) {

    /** What is to be done. */
    BatchPlan plan() {
        return new BatchPlan(action, step, until, version, motive);
    }

    public int left() {
        return total - done - refused;
    }

    /** How many of its dossiers are in this state, of all when null. */
    int in(BatchLine.@Nullable State state) {
        if (state == null) {
            return total;
        }
        return switch (state) {
            case ATTEND -> left();
            case FAIT -> done;
            case REFUSE -> refused;
        };
    }
}
