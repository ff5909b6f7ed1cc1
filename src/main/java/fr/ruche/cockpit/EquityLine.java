package fr.ruche.cockpit;

import org.jspecify.annotations.Nullable;

/**
 * One territory.
 *
 * @param territory SIREN of the intercommunality; null for dossiers that belong to none
 * @param name of it; empty for none
 * @param difficulty points; null as long as nobody has said
 * @param population inhabitants; null for an intercommunality that no longer exists
 * @param communes how many belong to it
 * @param silentCommunes from how many of these no fiche of the list came
 * @param ever whether a fiche of the list ever came, in this call or another
 */
public record EquityLine(
        @Nullable String territory,
        String name,
        @Nullable Integer difficulty,
        @Nullable Integer population,
        EquityFigures figures,
        int communes,
        int silentCommunes,
        boolean ever) {

    /** Whether no fiche of the list came in this call. */
    public boolean silent() {
        return figures.deposited() == 0;
    }
}
