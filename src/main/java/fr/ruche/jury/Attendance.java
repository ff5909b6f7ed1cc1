package fr.ruche.jury;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the roll of a session, which never changes: from this instant on the member takes part thus.
 *
 * @param sitting 1 for the first convocation, 2 for the second
 * @param member the name under which the member sits
 * @param mandatary who votes in the place of the member, null without a mandate
 * @param by the name of the one who recorded it
 */
public record Attendance(
        int sitting,
        String member,
        Presence presence,
        @Nullable String mandatary,
        Instant at,
        String by) {}
