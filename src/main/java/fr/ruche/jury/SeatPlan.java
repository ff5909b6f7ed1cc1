package fr.ruche.jury;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a manager fills in to enter a seat into the registry; every missing or wrong field is named. */
public record SeatPlan(
        @Nullable String jury,
        @Nullable College college,
        @Nullable String name,
        @Nullable String username,
        boolean president,
        boolean substitute,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** Whether the days of this seat and of that one have one in common. */
    boolean meets(Seat other) {
        return since != null && !other.over(since) && (until == null || !until.isBefore(other.since()));
    }

    /** Whether the same person holds that one: by account where both have one, else by name. */
    boolean samePerson(Seat other) {
        return username != null && other.username() != null
                ? username.equals(other.username())
                : name != null && name.strip().equalsIgnoreCase(other.name());
    }
}
