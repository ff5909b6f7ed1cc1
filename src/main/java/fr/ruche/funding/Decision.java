package fr.ruche.funding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was taken; euros.
 *
 * @param failingRules the rules that the dossier did not respect when it was rejected
 * @param reserveRank on the reserve list of its session of the jury, from 1; null where the jury ranked nothing
 * @param reserveUntil last day of the reserve list, null unless on it
 * @param by the name of the manager who recorded it
 */
public record Decision(
        DecisionOutcome outcome,
        String deliberationNumber,
        LocalDate deliberationDate,
        @Nullable String reason,
        List<String> failingRules,
        BigDecimal operating,
        BigDecimal investment,
        @Nullable Integer reserveRank,
        @Nullable LocalDate reserveUntil,
        String by,
        Instant at) {}
