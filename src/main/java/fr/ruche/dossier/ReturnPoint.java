package fr.ruche.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step to which a dossier may be brought back.
 *
 * @param step its id in the model
 * @param label what the diagram calls it, in French
 * @param clock who will hold the dossier
 * @param since when the dossier last came to it: what was established from then on is undone
 * @param limit the last day that the calendar gives it from today; null without a limit
 * @param late whether that day is past, so that another one must be given
 */
public record ReturnPoint(
        String step,
        String label,
        String clock,
        Instant since,
        @Nullable LocalDate limit,
        boolean late) {}
