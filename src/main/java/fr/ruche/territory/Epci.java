package fr.ruche.territory;

import org.jspecify.annotations.Nullable;

/**
 * An intercommunality with what the Region has set for it.
 *
 * @param kind {@code CC}, {@code CA}, {@code CU}, {@code METRO}; null for one that no longer exists
 * @param sector code of its sector
 * @param territorialJury whether it has a territorial jury (ROUTE-01)
 * @param difficulty points, the more the harder (001 l.45, l.64); null as long as nobody has said. Figures go by it;
 *     the ranking of a jury goes by what its call has published
 * @param successor SIREN of the one that took over, when this one no longer exists
 * @param version grows with each change of its settings
 */
public record Epci(
        String siren,
        String name,
        @Nullable String kind,
        @Nullable Integer population,
        String sector,
        boolean territorialJury,
        @Nullable Integer difficulty,
        @Nullable String successor,
        int version) {}
