package fr.ruche.jury;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat in the governance of a jury, held by one person for a time.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 * @param username the account of the person, null for one without an account
 * @param substitute of the titulars of the college at large, not of one of them (CRPA R.133-3)
 * @param since first day
 * @param until last day, null while none is known
 * @param recordedBy name of the one who entered it
 * @param endedBy name of the one who ended it before its time, null for nobody
 */
public record Seat(
        UUID id,
        String jury,
        College college,
        String name,
        @Nullable String username,
        boolean president,
        boolean substitute,
        LocalDate since,
        @Nullable LocalDate until,
        String recordedBy,
        Instant recordedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endMotive) {

    /** Whether it is held on this day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(since) && !over(day);
    }

    /** Whether it is over on this day. */
    public boolean over(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    JuryMember member() {
        return new JuryMember(name, college, president, username, substitute);
    }
}
