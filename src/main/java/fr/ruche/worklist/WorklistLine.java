package fr.ruche.worklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a list.
 *
 * @param task its id in the engine, with what this line says of who has it: see {@link SeenTask}
 * @param dossier number of the dossier
 * @param step id of the user task in the model
 * @param label its French label
 * @param dueAt when the step is due
 * @param holder account of who has taken it, null when nobody has
 * @param holderName the same as it is shown
 * @param suspended whether its dossier stands still, so that nobody may act
 * @param onBehalfOf name of the absent colleague for whom it is held, null when it is in one's own name
 * @param groups ids of the groups of the engine to which it is offered
 * @param entrusted false when one reaches it only through an absent colleague who has entrusted other kinds of task:
 *     one sees it, and cannot take it
 */
public record WorklistLine(
        String task,
        String dossier,
        @Nullable String title,
        @Nullable String organisation,
        @Nullable String step,
        @Nullable String label,
        @Nullable Instant dueAt,
        boolean suspended,
        @Nullable String holder,
        @Nullable String holderName,
        @Nullable String onBehalfOf,
        Set<String> groups,
        boolean entrusted) {

    /** Whether this person has taken it. */
    @JsonIgnore
    public boolean isOf(String username) {
        return username.equals(holder);
    }
}
