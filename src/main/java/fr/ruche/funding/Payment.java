package fr.ruche.funding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register of payments, which never changes; euros.
 *
 * @param amount negative for a cancellation
 * @param reference of the payment order
 * @param cancels the line that this one cancels, null for a payment
 * @param motive of the cancellation, null for a payment
 * @param by name of the one who recorded it
 */
public record Payment(
        long id,
        Credit credit,
        BigDecimal amount,
        LocalDate paidOn,
        String reference,
        @Nullable Long cancels,
        @Nullable String motive,
        String by,
        Instant at) {}
