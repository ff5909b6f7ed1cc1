package fr.ruche.dossier;

import fr.ruche.programme.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a deposit can be proved by.
 *
 * @param receivedAt online, the instant at which the server received it, which decides whether it is in time; on paper,
 *     when it was delivered
 * @param postmark of paper
 * @param by who deposited it online, or registered the paper
 * @param sha256 of what was deposited, hexadecimal
 */
public record DepositReceipt(
        UUID id,
        Kind kind,
        Instant receivedAt,
        Channel channel,
        @Nullable LocalDate postmark,
        String by,
        String sha256) {

    /** What was deposited. */
    public enum Kind {
        FICHE,
        CORRECTION,
        DOSSIER,
        COMPLEMENT
    }
}
