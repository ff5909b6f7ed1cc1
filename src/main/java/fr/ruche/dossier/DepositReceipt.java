package fr.ruche.dossier;

import fr.ruche.programme.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * What a deposit can be proved by.
 *
 * @param receivedAt when the server received it; this instant decides whether it is in time
 * @param sha256 of what was deposited, hexadecimal
 */
public record DepositReceipt(UUID id, Kind kind, Instant receivedAt, Channel channel, String by, String sha256) {

    /** What was deposited. */
    public enum Kind {
        FICHE,
        CORRECTION,
        DOSSIER,
        COMPLEMENT
    }
}
