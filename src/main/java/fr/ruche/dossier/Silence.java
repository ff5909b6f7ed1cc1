package fr.ruche.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Silence on a request for money is a rejection two months after its receipt (CRPA L.231-4 3°), from day to same day of
 * the month. While papers that were asked for are awaited, within the limit that was set, the time does not run
 * (L.114-5).
 *
 * @param until the day on which the request is deemed rejected, as far as it is known: while suspended, without the
 *     time of that suspension
 * @param suspendedOn since when the time does not run; null while it runs
 */
public record Silence(LocalDate until, @Nullable LocalDate suspendedOn) {

    private static final int MONTHS = 2;

    /** Of a dossier received on this day, in Paris. */
    static Silence from(LocalDate receivedOn) {
        return new Silence(receivedOn.plusMonths(MONTHS), null);
    }

    /** The time does not run from this day on; once suspended, nothing changes. */
    public Silence suspended(LocalDate on) {
        return suspendedOn == null ? new Silence(until, on) : this;
    }

    /** The time runs again; it is put off by the days of the suspension. */
    public Silence resumed(LocalDate on) {
        return suspendedOn == null
                ? this
                : new Silence(until.plusDays(Math.max(0, ChronoUnit.DAYS.between(suspendedOn, on))), null);
    }

    /** Whether the request is deemed rejected on this day. */
    public boolean rejectedBy(LocalDate day) {
        return suspendedOn == null && !day.isBefore(until);
    }
}
