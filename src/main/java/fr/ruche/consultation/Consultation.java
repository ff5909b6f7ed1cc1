package fr.ruche.consultation;

import fr.ruche.workflow.Answered;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered at a step that a modeller has drawn: by a service that was asked, or by whoever records a step.
 *
 * @param step id of the user task in the model
 * @param label what the diagram called it then
 * @param opinion null where nobody's opinion was asked, but a step recorded
 * @param answers every question that the form asked, in its order
 * @param by the name of the officer
 * @param onBehalfOf account of the absent colleague in whose name it was answered, null for one's own
 */
public record Consultation(
        String step,
        String label,
        @Nullable ServiceOpinion opinion,
        List<Answered> answers,
        String by,
        @Nullable String onBehalfOf,
        Instant at) {}
