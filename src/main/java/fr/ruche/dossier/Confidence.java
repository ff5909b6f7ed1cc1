package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import java.util.List;
import java.util.Set;

/**
 * What is kept from the porteur: until the decision, opinions, which are no decision and must not be taken for one; for
 * good, who of the officers has a task, why it changed hands, who was away and who is kept from the dossier.
 */
final class Confidence {

    private static final Set<String> PREPARATORY = Set.of(
            "CONSULTATION_GIVEN",
            "STEP_RECORDED",
            "INSTRUCTED",
            "JURY_CHANGED",
            "JURY_OUTCOME",
            "PUT_ON_AGENDA",
            "TAKEN_OFF_AGENDA",
            "DECISION_RECORDED",
            "DOSSIER_BROUGHT");

    private static final Set<String> INTERNAL = Set.of(
            "TASK_CLAIMED",
            "TASK_ASSIGNED",
            "TASK_RETURNED",
            "TASK_ENTRUSTED",
            "TASK_RESUMED",
            "INCIDENT_RETRIED",
            "DOSSIER_MIGRATED",
            "RECUSED",
            "RECUSAL_LIFTED");

    private Confidence() {}

    static List<TimelineEntry> filter(List<TimelineEntry> all, DossierCase dossier, Actor reader) {
        if (!dossier.heldBy(reader)) {
            return all;
        }
        return all.stream()
                .filter(entry -> !INTERNAL.contains(entry.kind()))
                .filter(entry -> dossier.status().ended() || !PREPARATORY.contains(entry.kind()))
                .map(TimelineEntry::inOneName)
                .toList();
    }
}
