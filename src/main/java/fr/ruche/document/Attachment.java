package fr.ruche.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attached file, without its bytes.
 *
 * @param kind code of a paper asked for by the call, or {@code AUTRE}
 * @param mediaType found in the file itself, never what the browser said
 * @param size in bytes
 * @param sha256 hexadecimal
 * @param replaces the file that this one took the place of
 * @param endedBy who replaced or removed it; null while it is current
 */
public record Attachment(
        UUID id,
        String kind,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        State state,
        @Nullable UUID replaces,
        String addedBy,
        Instant addedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    /** A file that was replaced or removed is kept: it may have been part of a deposit. */
    public enum State {
        CURRENT,
        REPLACED,
        REMOVED
    }
}
