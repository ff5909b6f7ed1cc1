package fr.ruche.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that the engine did by itself, such as a timer, and that failed.
 *
 * @param job its id in the engine
 * @param businessKey the dossier number, or the id of a jury session
 * @param element id of the element in the diagram
 * @param label its French label, empty where the diagram has none
 * @param timer whether a date has set it going
 * @param failedAt when it failed for good, or was last written; null when the engine does not know
 * @param attemptsLeft 0 when nothing more is tried without somebody's doing
 * @param nextAt when it is tried again; null when it is not
 * @param cause what the last attempt said, in the words of who refused
 */
public record Incident(
        String job,
        String businessKey,
        String element,
        String label,
        boolean timer,
        @Nullable Instant failedAt,
        int attemptsLeft,
        @Nullable Instant nextAt,
        String cause) {

    public boolean givenUp() {
        return attemptsLeft == 0;
    }
}
