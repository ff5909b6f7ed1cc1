package fr.ruche.notification;

import fr.ruche.common.ParisTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to the porteur of a dossier, in plain text, as it was written.
 *
 * @param sender who writes, a line each
 * @param addressee to whom, a line each
 * @param signature who decided and in which capacity, a line each (CRPA L.212-1); empty below what decides nothing
 * @param dueOn the last day on which this acknowledgment could be written (AR-02), or this decision is handed over if
 *     it cannot be read online (NOT-01); null for other letters
 */
public record Message(
        UUID id,
        Letter letter,
        String subject,
        String body,
        Instant at,
        String sender,
        String addressee,
        String signature,
        @Nullable LocalDate dueOn) {

    /** Whether it is an acknowledgment that was written too late (AR-02). */
    public boolean late() {
        return !letter.decides() && dueOn != null && ParisTime.dayOf(at).isAfter(dueOn);
    }

    /** Its text with the signature below, as it is sent and shown. */
    public String signed() {
        return signature.isEmpty() ? body : body + "\n\n" + signature;
    }
}
