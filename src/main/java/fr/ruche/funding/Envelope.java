package fr.ruche.funding;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * The money that a jury may grant in one call, for one credit; euros.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 */
public record Envelope(
        UUID id,
        String call,
        String jury,
        Credit credit,
        BigDecimal amount,
        BigDecimal committed,
        BigDecimal remainder) {

    Envelope(UUID id, String call, String jury, Credit credit, BigDecimal amount, BigDecimal committed) {
        this(id, call, jury, credit, amount, committed, amount.subtract(committed));
    }
}
