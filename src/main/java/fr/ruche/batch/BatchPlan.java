package fr.ruche.batch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to each dossier, as a manager says it.
 *
 * @param step where to bring the dossiers ({@link fr.ruche.dossier.ReturnPoint#step}); only for {@code BRING}
 * @param until last day of that step; null where the calendar leaves time
 * @param version of the diagram to take the dossiers over to; only for {@code MIGRATE}
 * @param motive for all of them
 */
public record BatchPlan(
        @Nullable BatchAction action,
        @Nullable String step,
        @Nullable LocalDate until,
        @Nullable Integer version,
        @Nullable String motive) {}
