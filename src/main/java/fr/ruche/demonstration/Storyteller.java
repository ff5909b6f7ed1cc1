package fr.ruche.demonstration;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.demonstration.Story.Reach;
import fr.ruche.document.Documents;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Acting;
import fr.ruche.identity.Actor;
import fr.ruche.jury.Agendas;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lets a story happen the way people would make it happen, step after step. */
@Component
class Storyteller {

    private final Dossiers dossiers;
    private final Documents documents;
    private final Processes processes;
    private final Agendas agendas;
    private final Sessions sessions;
    private final Acting acting;
    private final Clock clock;

    Storyteller(
            Dossiers dossiers,
            Documents documents,
            Processes processes,
            Agendas agendas,
            Sessions sessions,
            Acting acting,
            Clock clock) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.processes = processes;
        this.agendas = agendas;
        this.sessions = sessions;
        this.acting = acting;
        this.clock = clock;
    }

    void tell(String call, Story story) {
        var today = ParisTime.dayOf(clock.instant());
        acting.as(story.porteur(), porteur -> {
            var number = dossiers.open(call, porteur, StoryTexts.fiche(story, today));
            if (story.reach().includes(Reach.FICHE_DEPOSITED)) {
                dossiers.depositFiche(number, porteur);
                conformity(number, story);
            }
        });
    }

    private void conformity(DossierNumber number, Story story) {
        var answer = new HashMap<String, Object>();
        switch (story.reach()) {
            case FICHE_DEPOSITED -> {
                return;
            }
            case FICHE_TO_CORRECT -> answer.put("conformityVerdict", "TO_CORRECT");
            case FICHE_NOT_CONFORM -> answer.put("conformityVerdict", "NOT_CONFORM");
            default -> favourable(story, answer);
        }
        if (!"CONFORM".equals(answer.get("conformityVerdict"))) {
            answer.put("conformityReason", Objects.requireNonNull(story.reason()));
        }
        answer(number, "userTask_checkConformity", technicien(number), answer);
        if (story.reach().includes(Reach.FULL_DEPOSITED)) {
            full(number, story);
        }
    }

    private static void favourable(Story story, Map<String, Object> answer) {
        answer.put("conformityVerdict", "CONFORM");
        if (story.rank() != null) {
            answer.put("priorityRank", story.rank().toString());
        }
    }

    private String technicien(DossierNumber number) {
        return DemonstrationAccounts.LENS.equals(dossiers.get(number).territory()) ? "technicien" : "technicien2";
    }

    private void full(DossierNumber number, Story story) {
        acting.as(story.porteur(), porteur -> {
            dossiers.saveFull(number, StoryTexts.full(story), porteur, null);
            attach(number, story, porteur);
            dossiers.depositFull(number, porteur);
        });
        if (story.reach() == Reach.FULL_TO_COMPLETE) {
            var reason = Objects.requireNonNull(story.reason());
            completeness(number, Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", reason));
        } else if (story.reach().includes(Reach.FULL_COMPLETE)) {
            completeness(number, Map.of("completenessVerdict", "COMPLETE"));
            instruction(number, story);
        }
    }

    private void attach(DossierNumber number, Story story, Actor porteur) {
        var incomplete = story.reach() == Reach.FULL_TO_COMPLETE;
        dossiers.requiredDocuments(number).stream()
                .filter(paper -> !"OPTIONAL".equals(paper.condition()))
                .filter(paper -> !(incomplete && "RIB".equals(paper.kind())))
                .forEach(paper -> documents.add(
                        number.value(), paper.kind(), Paper.called(paper.kind()), porteur.username(), null));
    }

    private void completeness(DossierNumber number, Map<String, Object> answer) {
        answer(number, "userTask_checkCompleteness", "instructeur", answer);
    }

    private void instruction(DossierNumber number, Story story) {
        if (!story.reach().includes(Reach.INSTRUCTED)) {
            return;
        }
        var answer = new HashMap<String, Object>(Map.of("instructionOpinion", "FAVOURABLE"));
        if (!"F1".equals(story.measure())) {
            answer.put(
                    "instructionNote", "Projet construit avec les habitants, budget soutenable, partenaires engagés.");
        }
        answer(number, "userTask_instruct", "instructeur", answer);
        if (story.reach().includes(Reach.ON_AGENDA)) {
            jury(number, story);
        }
    }

    private void jury(DossierNumber number, Story story) {
        acting.as("gestionnaire", manager -> {
            var dossier = dossiers.get(number);
            var jury = Objects.requireNonNull(dossier.jury());
            var session = sessions.of(dossier.call(), jury, manager);
            agendas.put(session, number, manager);
            if (story.reach().includes(Reach.JUDGED)) {
                sessions.call(session, manager);
            }
        });
        if (story.reach().includes(Reach.JUDGED)) {
            judged(number);
        }
        if (story.reach() == Reach.DECIDED) {
            decided(number);
        }
    }

    private void judged(DossierNumber number) {
        var dossier = dossiers.get(number);
        var jury = "regional".equals(dossier.jury()) ? "jure-region" : "jure-interco";
        answer(
                number,
                "userTask_recordJuryOutcome",
                jury,
                Map.of(
                        "juryOutcome",
                        "FAVORABLE",
                        "grantedOperating",
                        Euros.format(dossier.requestedOperating()),
                        "grantedInvestment",
                        Euros.format(dossier.requestedInvestment()),
                        "juryReason",
                        "Projet exemplaire pour cette démonstration."));
    }

    private void decided(DossierNumber number) {
        var today = FrenchDay.format(ParisTime.dayOf(clock.instant()));
        answer(
                number,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome", "ATTRIBUE",
                        "deliberationNumber", "DEMO-2026-001",
                        "deliberationDate", today));
    }

    private void answer(DossierNumber number, String step, String username, Map<String, Object> fields) {
        acting.as(username, actor -> processes.answer(number.value(), step, actor.username(), fields));
    }
}
