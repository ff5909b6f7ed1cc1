package fr.ruche.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a list shows; null where it does not matter.
 *
 * @param group the first group to which it is offered, as the engine knows it
 * @param taker account of who has taken it
 * @param free only those that nobody has taken
 * @param dueFrom the first day in Paris on which it may be due
 * @param dueTo the last one
 */
public record TaskFilter(
        @Nullable String group,
        @Nullable String taker,
        boolean free,
        DossierFilter.@Nullable Due due,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo) {

    public static final TaskFilter ALL = new TaskFilter(null, null, false, null, null, null);
}
