package fr.ruche.funding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An envelope to open.
 *
 * @param jury {@code regional} or the SIREN of an EPCI, one of the juries of the call
 * @param measure null for every measure
 * @param year of the budget
 * @param amount in euros
 */
public record EnvelopePlan(
        @Nullable String jury,
        @Nullable String measure,
        @Nullable Integer year,
        @Nullable Credit credit,
        @Nullable BigDecimal amount,
        @Nullable String reason) {}
