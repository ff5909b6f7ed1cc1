package fr.ruche.consultation;

import fr.ruche.workflow.Answered;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered when it was asked.
 *
 * @param step id of the user task in the model
 * @param label what the diagram called it then
 * @param answers every question that the form asked, in its order
 * @param by the name of the officer
 * @param onBehalfOf account of the absent colleague in whose name it was answered, null for one's own
 */
public record Consultation(
        String step,
        String label,
        ServiceOpinion opinion,
        List<Answered> answers,
        String by,
        @Nullable String onBehalfOf,
        Instant at) {}
