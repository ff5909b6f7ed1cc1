package fr.ruche.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an officer is away, and who stands in.
 *
 * @param absent account of the officer
 * @param substitute account of who stands in, null when the tasks simply go back to their groups
 * @param firstDay in Paris
 * @param lastDay in Paris, inclusive
 * @param steps ids of the user tasks for which it holds, empty for all of them
 * @param lends whether the substitute has the officer's groups meanwhile, because a manager said so
 * @param endedAt when it was cut short or cancelled, null when it runs its course
 */
public record Absence(
        UUID id,
        String absent,
        String absentName,
        @Nullable String substitute,
        @Nullable String substituteName,
        LocalDate firstDay,
        LocalDate lastDay,
        Set<String> steps,
        boolean lends,
        String declaredBy,
        Instant declaredAt,
        @Nullable Instant endedAt) {

    /** Whether the officer is away on that day. */
    public boolean runsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it holds for this user task. */
    public boolean covers(String step) {
        return steps.isEmpty() || steps.contains(step);
    }

    boolean meets(LocalDate first, LocalDate last) {
        return endedAt == null && !first.isAfter(lastDay) && !last.isBefore(firstDay);
    }

    boolean shares(Set<String> others) {
        return steps.isEmpty() || others.isEmpty() || steps.stream().anyMatch(others::contains);
    }
}
