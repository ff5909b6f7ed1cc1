package fr.ruche.instruction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check as it was made.
 *
 * @param missing titles of the required papers that were not there
 * @param overridden whether the officer set the rules aside: papers asked for after the deadline (A6), or complete
 *     although papers are missing; the reason then says why
 * @param by the name of the officer
 */
public record CompletenessCheck(
        CompletenessVerdict verdict,
        @Nullable String reason,
        List<String> missing,
        boolean overridden,
        String by,
        Instant at) {}
