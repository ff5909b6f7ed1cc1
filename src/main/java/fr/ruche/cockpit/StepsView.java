package fr.ruche.cockpit;

import fr.ruche.dossier.StepFigures;
import java.time.Instant;
import java.util.List;

/**
 * What the steps of the diagram hold.
 *
 * @param at when it was counted
 */
public record StepsView(Instant at, List<StepFigures> steps) {}
