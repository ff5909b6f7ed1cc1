package fr.ruche.funding;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money that a jury may grant in one call, for one credit and one year; euros.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 * @param measure the only one that draws from it, such as {@code F1}; null where every measure without an envelope of
 *     its own does
 * @param year of the budget
 */
public record Envelope(
        UUID id,
        String call,
        String jury,
        @Nullable String measure,
        int year,
        Credit credit,
        BigDecimal amount,
        BigDecimal committed,
        BigDecimal remainder) {

    Envelope(
            UUID id,
            String call,
            String jury,
            @Nullable String measure,
            int year,
            Credit credit,
            BigDecimal amount,
            BigDecimal committed) {
        this(id, call, jury, measure, year, credit, amount, committed, amount.subtract(committed));
    }

    /** The dimensions besides the jury, in French, lower case. */
    public String title() {
        return title(credit, measure, year);
    }

    static String title(Credit credit, @Nullable String measure, int year) {
        return credit.label() + (measure == null ? "" : ", " + measure) + ", " + year;
    }

    boolean serves(String call, String jury, Credit credit, @Nullable String measure) {
        return this.call.equals(call)
                && this.jury.equals(jury)
                && this.credit == credit
                && (this.measure == null || this.measure.equals(measure));
    }
}
