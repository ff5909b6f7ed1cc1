package fr.ruche.funding;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the amount of an envelope, which never changes; euros.
 *
 * @param jury of the envelope, as {@code measure} and {@code year}
 * @param counterpart jury of the envelope from which or to which the difference was delegated; null for an amendment
 * @param by the account that did it
 */
public record EnvelopeChange(
        String jury,
        @Nullable String measure,
        int year,
        Credit credit,
        BigDecimal was,
        BigDecimal becomes,
        @Nullable String counterpart,
        String reason,
        String by,
        Instant at) {

    /** The dimensions besides the jury, in French, lower case. */
    public String title() {
        return Envelope.title(credit, measure, year);
    }
}
