package fr.ruche.dossier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a step of the diagram holds, and how long it takes.
 *
 * @param step id of the element in the diagram
 * @param clock who holds a dossier meanwhile
 * @param waiting dossiers that are there now
 * @param late those whose due date is past
 * @param waitingFor half of them have been there for no longer; null when there are none
 * @param waitingFor90 nine in ten have been there for no longer
 * @param passed passages that are over, however they ended
 * @param median half of these lasted no longer; null when there are none
 * @param p90 nine in ten lasted no longer
 * @param passedLate passages that ended after their due date
 */
public record StepFigures(
        String step,
        String clock,
        int waiting,
        int late,
        @Nullable Duration waitingFor,
        @Nullable Duration waitingFor90,
        int passed,
        @Nullable Duration median,
        @Nullable Duration p90,
        int passedLate) {}
