package fr.ruche.cockpit;

import fr.ruche.common.Euros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What came of the dossiers of one or several territories; amounts in euros, rates in percent with one decimal.
 *
 * @param deposited dossiers whose fiche was deposited
 * @param complete of these, the full dossier was found complete
 * @param funded of these, granted and not declined
 * @param success funded of deposited; null when none was deposited
 * @param requested by those deposited
 * @param granted to those funded
 * @param grantedRate granted of requested; null when nothing was requested
 * @param requestedPerHead by inhabitant, two decimals; null where inhabitants are not known
 * @param grantedPerHead the same of what was granted
 * @param marked dossiers whose marks are revealed
 * @param mark the mean of these marks, of 100, two decimals; null when there is none
 */
public record EquityFigures(
        int deposited,
        int complete,
        int funded,
        @Nullable BigDecimal success,
        BigDecimal requested,
        BigDecimal granted,
        @Nullable BigDecimal grantedRate,
        @Nullable BigDecimal requestedPerHead,
        @Nullable BigDecimal grantedPerHead,
        int marked,
        @Nullable BigDecimal mark) {

    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return over(part.movePointRight(2), whole, 1);
    }

    static @Nullable BigDecimal perHead(BigDecimal amount, long inhabitants) {
        return over(amount, BigDecimal.valueOf(inhabitants), Euros.ZERO.scale());
    }

    /** Null when divided by nothing. */
    static @Nullable BigDecimal over(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() == 0 ? null : part.divide(whole, decimals, RoundingMode.HALF_UP);
    }
}
