package fr.ruche.funding;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the amount of an envelope, which never changes; euros.
 *
 * @param jury of the envelope
 * @param counterpart jury of the envelope from which or to which the difference was delegated; null for an amendment
 * @param by the account that did it
 */
public record EnvelopeChange(
        String jury,
        Credit credit,
        BigDecimal was,
        BigDecimal becomes,
        @Nullable String counterpart,
        String reason,
        String by,
        Instant at) {}
