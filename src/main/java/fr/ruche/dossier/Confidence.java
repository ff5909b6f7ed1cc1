package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import java.util.List;
import java.util.Set;

/** What is kept from the porteur until the decision: opinions are no decision, and must not be taken for one. */
final class Confidence {

    private static final Set<String> PREPARATORY =
            Set.of("INSTRUCTED", "JURY_OUTCOME", "PUT_ON_AGENDA", "TAKEN_OFF_AGENDA", "DECISION_RECORDED");

    private Confidence() {}

    static List<TimelineEntry> filter(List<TimelineEntry> all, DossierCase dossier, Actor reader) {
        if (!dossier.heldBy(reader) || dossier.status().ended()) {
            return all;
        }
        return all.stream().filter(entry -> !PREPARATORY.contains(entry.kind())).toList();
    }
}
