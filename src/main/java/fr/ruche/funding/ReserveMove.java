package fr.ruche.funding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.ruche.common.Euros;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier called from the reserve list; euros. Never changes.
 *
 * @param freedBy number of the dossier whose money came back; null when a manager called it
 * @param motive of the manager
 */
public record ReserveMove(
        String dossier,
        BigDecimal operating,
        BigDecimal investment,
        @Nullable String freedBy,
        @Nullable String motive,
        String by,
        Instant at) {

    /** With which money, in French. */
    @JsonIgnore
    public String told() {
        var amount = Euros.format(operating.add(investment));
        return freedBy == null
                ? Sentences.of("reserve.line.manager", amount, motive == null ? "" : motive)
                        .strip()
                : Sentences.of("reserve.line.freed", amount, freedBy);
    }
}
