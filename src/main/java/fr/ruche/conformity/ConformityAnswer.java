package fr.ruche.conformity;

import org.jspecify.annotations.Nullable;

/**
 * What an officer answers on a fiche.
 *
 * @param reason required unless the verdict is {@code CONFORM}
 * @param priorityRank rank among the projects of the territory for the measure, from 1
 */
public record ConformityAnswer(
        ConformityVerdict verdict,
        @Nullable String reason,
        @Nullable Integer priorityRank) {}
