package fr.ruche.cockpit;

import fr.ruche.dossier.Funnel;
import java.time.Instant;
import java.util.List;

/**
 * How far dossiers came.
 *
 * @param at when it was counted
 * @param whole all of them
 * @param parts the same, part by part
 */
public record FunnelView(Instant at, Funnel whole, List<Funnel> parts) {}
