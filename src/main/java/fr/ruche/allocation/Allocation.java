package fr.ruche.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Envelopes, shared.
 *
 * @param grants euros by dossier, for those that get any, best rank first
 * @param status of every dossier, best rank first
 * @param remainders euros left, by envelope; of the regional one alone once they are pooled
 * @param reserve the reserve list, best rank first
 */
public record Allocation(
        Map<String, BigDecimal> grants,
        Map<String, AllocationStatus> status,
        Map<String, BigDecimal> remainders,
        List<String> reserve) {}
