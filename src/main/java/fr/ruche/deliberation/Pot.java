package fr.ruche.deliberation;

import fr.ruche.funding.Credit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of the envelopes that a session shares.
 *
 * @param measure the only one that draws from it; null for every measure without one of its own
 * @param available euros that the session may grant from it
 */
record Pot(Credit credit, @Nullable String measure, BigDecimal available) {

    Pot less(BigDecimal amount) {
        return new Pot(credit, measure, available.subtract(amount));
    }
}
