package fr.ruche.cockpit;

import fr.ruche.dossier.ClockFigures;
import java.time.Instant;
import java.util.List;

/**
 * How long each holder had dossiers.
 *
 * @param at when it was counted
 * @param whole of all of them, a line for each holder
 * @param parts the same, part by part
 */
public record ClocksView(Instant at, List<ClockFigures> whole, List<ClockFigures> parts) {}
