package fr.ruche.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of the chain: whoever keeps it can tell later whether anything before it was changed.
 *
 * @param position how many facts are sealed
 * @param at when the last one was; null as long as there is none
 */
public record AuditHead(
        long position, String seal, @Nullable Instant at) {

    /** « 1 234 a1b2… », on one line. */
    public String line() {
        return position + " " + seal + " " + at;
    }
}
