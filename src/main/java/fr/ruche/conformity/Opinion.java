package fr.ruche.conformity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param by the name of the officer
 * @param inPlaceOf SIREN of the silent EPCI in whose place the Region answered, null when the EPCI itself did
 */
public record Opinion(
        ConformityVerdict verdict,
        @Nullable String reason,
        @Nullable Integer priorityRank,
        String by,
        @Nullable String inPlaceOf,
        Instant at) {}
