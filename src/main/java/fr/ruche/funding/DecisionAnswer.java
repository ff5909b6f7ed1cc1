package fr.ruche.funding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a manager records of a deliberation. */
public record DecisionAnswer(
        DecisionOutcome outcome,
        @Nullable String deliberationNumber,
        @Nullable LocalDate deliberationDate,
        @Nullable String reason) {}
