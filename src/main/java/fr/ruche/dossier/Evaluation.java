package fr.ruche.dossier;

import fr.ruche.programme.Assessment;
import fr.ruche.programme.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rules said of a dossier at one moment, with the facts they looked at. */
public record Evaluation(Dossiers.Moment moment, Instant at, Project facts, Assessment result) {

    /** How the fiche had come in, as the rules saw it; null before its deposit. */
    public @Nullable Arrival ficheArrival() {
        return Arrival.of(facts.ficheChannel(), facts.ficheReceivedAt(), facts.fichePostmark());
    }

    public @Nullable Arrival dossierArrival() {
        return Arrival.of(facts.dossierChannel(), facts.dossierReceivedAt(), facts.postmark());
    }
}
