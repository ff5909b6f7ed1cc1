package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a list shows; null where it does not matter.
 *
 * @param group the first group to which it is offered, as the engine knows it
 * @param taker account of who has taken it
 * @param free only those that nobody has taken
 */
public record TaskFilter(
        @Nullable String group, @Nullable String taker, boolean free, DossierFilter.@Nullable Due due) {

    public static final TaskFilter ALL = new TaskFilter(null, null, false, null);
}
