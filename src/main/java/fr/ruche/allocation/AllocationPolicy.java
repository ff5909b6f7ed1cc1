package fr.ruche.allocation;

import java.math.BigDecimal;

/**
 * What the règlement of the call says of the allocation: every value is a choice of the Region ({@code domain.md} 5.4).
 *
 * @param threshold the lowest score that is granted anything, in points
 * @param partial whether what is left of an envelope may be granted as a part of a request
 * @param partialMinPercent the least part of the request that is worth granting, 0 to 100
 * @param strict whether nobody is granted after the first who is not funded in full; else smaller requests may pass
 * @param pooling whether what the envelopes leave goes to the regional one, for the merged reserve list
 * @param unit to what a part is rounded down, in euros
 */
public record AllocationPolicy(
        BigDecimal threshold,
        boolean partial,
        int partialMinPercent,
        boolean strict,
        boolean pooling,
        BigDecimal unit) {}
