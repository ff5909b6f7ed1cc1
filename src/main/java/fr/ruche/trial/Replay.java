package fr.ruche.trial;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A past call, replayed with a version.
 *
 * @param revision of the version that is replayed: when it changed since, the result is that of other files
 * @param defaults by the id of a step, what is answered where nobody ever did: {@code fact=value, …}
 * @param dossiers how many there are to replay
 * @param counts of those that were replayed, as far as the reader may know of them
 */
public record Replay(
        UUID id,
        UUID version,
        int revision,
        String call,
        Map<String, String> defaults,
        State state,
        int dossiers,
        Map<Outcome, Integer> counts,
        String begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** Whether work goes on. */
    public enum State {
        RUNNING,
        STOPPED,
        DONE,
        FAILED
    }

    /** How many have been replayed. */
    public int done() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
