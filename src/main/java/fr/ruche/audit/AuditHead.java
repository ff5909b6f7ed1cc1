package fr.ruche.audit;

import fr.ruche.common.ParisTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of the chain, now or on a day: whoever keeps it can tell later whether anything before it was changed.
 *
 * @param day in Paris, on which the last fact was sealed; null as long as there is none
 * @param position how many facts are sealed
 * @param sealedAt when the last one was
 */
public record AuditHead(
        @Nullable LocalDate day,
        long position,
        String seal,
        @Nullable Instant sealedAt) {

    static AuditHead of(long position, String seal, Instant sealedAt) {
        return new AuditHead(ParisTime.dayOf(sealedAt), position, seal, sealedAt);
    }

    /** « 2026-11-24 1234 a1b2… 2026-11-24T22:59:58Z », a line of {@link PublishedHeads}. */
    public String line() {
        return day + " " + position + " " + seal + " " + sealedAt;
    }
}
