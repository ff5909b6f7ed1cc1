package fr.ruche.cockpit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The territories of one difficulty.
 *
 * @param difficulty points; null for those of which nobody has said
 * @param territories how many intercommunalities of today
 * @param silent from how many of these no fiche of the list came in this call
 * @param population inhabitants
 * @param figures of all their dossiers
 * @param populationShare of all inhabitants, in percent with one decimal; null when there are none
 * @param requestedShare of all that is requested
 * @param grantedShare of all that is granted
 * @param medians of the intercommunalities of this difficulty, each counted once whatever its size
 */
public record EquityLevel(
        @Nullable Integer difficulty,
        int territories,
        int silent,
        long population,
        EquityFigures figures,
        @Nullable BigDecimal populationShare,
        @Nullable BigDecimal requestedShare,
        @Nullable BigDecimal grantedShare,
        Medians medians) {

    /**
     * Null where no intercommunality has such a figure; an intercommunality without a fiche counts for nothing asked
     * and nothing granted by inhabitant.
     */
    public record Medians(
            @Nullable BigDecimal success,
            @Nullable BigDecimal grantedRate,
            @Nullable BigDecimal requestedPerHead,
            @Nullable BigDecimal grantedPerHead,
            @Nullable BigDecimal mark) {}
}
