package fr.ruche.cockpit;

import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import java.time.Instant;
import java.util.List;

/**
 * From where no fiche of a list came.
 *
 * @param at when it was counted
 * @param scope whether in this call, or in none
 * @param territories intercommunalities of today
 * @param communes the most populous first
 * @param allTerritories of how many
 * @param allCommunes of how many
 */
public record SilentView(
        Instant at,
        Scope scope,
        List<SilentEpci> territories,
        List<SilentCommune> communes,
        int allTerritories,
        int allCommunes) {

    /** In which calls nothing came. */
    public enum Scope {
        /** In the call of the list. */
        CALL,
        /** In no call, present or former. */
        EVER
    }

    /** @param before whether one came in another call */
    public record SilentEpci(Epci epci, boolean before) {}

    /** @param before whether one came in another call */
    public record SilentCommune(Commune commune, boolean before) {}

    /** Inhabitants of these communes. */
    public long population() {
        return communes.stream().mapToLong(one -> one.commune().population()).sum();
    }
}
