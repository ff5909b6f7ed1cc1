package fr.ruche.instruction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instructor's opinion as it was given.
 *
 * @param uncoveredNeed whether the need is not covered by the programme d'activité (ELIG-10), null when not asked
 * @param note analysis of the content; measures without such an analysis have none
 * @param by the name of the officer
 */
public record InstructionOpinion(
        boolean favourable,
        @Nullable Boolean uncoveredNeed,
        @Nullable String note,
        String by,
        Instant at) {}
