package fr.ruche.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a dossier was in somebody's hands.
 *
 * @param clock who held it: {@code PORTEUR}, {@code INTERCOMMUNALITE}, {@code REGION}, {@code JURY}
 * @param leftAt null while it is still there
 * @param leftBy the account that completed the step, null when nobody did
 * @param completed false when the step was cut short; null while it is open
 */
public record StepPassage(
        String step,
        String label,
        String clock,
        Instant enteredAt,
        @Nullable Instant dueAt,
        @Nullable Instant leftAt,
        @Nullable String leftBy,
        @Nullable Boolean completed) {}
