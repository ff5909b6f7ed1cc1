package fr.ruche.cockpit;

import java.time.Instant;
import java.util.List;

/**
 * Whether what is granted goes where it is most needed.
 *
 * @param at when it was counted
 * @param kept from how many dossiers of the list, at most, a conflict of interest keeps the reader: these are not
 *     counted
 * @param whole all territories together
 * @param levels by difficulty, the hardest first, those of which nobody has said last
 * @param territories those of today and any other that holds a dossier, the hardest first
 */
public record EquityView(
        Instant at, int kept, EquityLevel whole, List<EquityLevel> levels, List<EquityLine> territories) {

    /** Communes that belong to these territories. */
    public int communes() {
        return territories.stream().mapToInt(EquityLine::communes).sum();
    }

    /** Communes from which no fiche of the list came in this call. */
    public int silentCommunes() {
        return territories.stream().mapToInt(EquityLine::silentCommunes).sum();
    }

    /** Intercommunalities of today from which none came. */
    public List<EquityLine> silent() {
        return territories.stream().filter(EquityLine::silent).toList();
    }
}
