package fr.ruche.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that did not arrive yet.
 *
 * @param dossier null when it goes to an officer
 * @param address null when none is known
 * @param givenUp no further attempt is made by itself
 * @param failure what the mail server said, or why it was not asked
 */
public record Undelivered(
        UUID id,
        @Nullable String dossier,
        String subject,
        @Nullable String address,
        Instant writtenAt,
        int attempts,
        boolean givenUp,
        @Nullable String failure) {}
