package fr.ruche.workshop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked that a version be put into service.
 *
 * @param message what they say about it
 * @param askedBy their name
 * @param decidedBy name of who approved or refused it, or changed the version afterwards; null as long as it is open
 * @param reason why it was refused
 */
public record ApprovalRequest(
        UUID id,
        State state,
        String message,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** What became of it. */
    public enum State {
        OPEN,
        APPROVED,
        REFUSED,
        /** The version changed after it. */
        VOIDED
    }
}
