package fr.ruche.cockpit;

import fr.ruche.dossier.Passed;
import fr.ruche.dossier.StepFigures;
import java.time.Instant;
import java.util.List;

/**
 * What the elements of the diagram hold and have seen.
 *
 * @param at when it was counted
 * @param steps where dossiers wait
 * @param passed what they pass by between the steps, and where they come out
 */
public record StepsView(Instant at, List<StepFigures> steps, Passed passed) {}
