package fr.ruche.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a jury session, which is of no dossier.
 *
 * @param label what is to be done, French
 * @param holder account of who has taken it, null when nobody has
 * @param holderName the same as it is shown
 */
public record SessionTask(
        UUID session,
        String label,
        @Nullable Instant dueAt,
        @Nullable String holder,
        @Nullable String holderName) {}
