package fr.ruche.jury;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the jury answers on a dossier; euros, scale 2.
 *
 * @param operating null when not typed
 * @param investment null when not typed
 * @param reason required unless the outcome is {@code FAVORABLE}
 * @param vote null where nobody counted
 */
public record JuryAnswer(
        JuryOutcome outcome,
        @Nullable BigDecimal operating,
        @Nullable BigDecimal investment,
        @Nullable String reason,
        @Nullable Vote vote) {

    public JuryAnswer(
            JuryOutcome outcome,
            @Nullable BigDecimal operating,
            @Nullable BigDecimal investment,
            @Nullable String reason) {
        this(outcome, operating, investment, reason, null);
    }
}
