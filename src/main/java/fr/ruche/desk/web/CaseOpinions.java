package fr.ruche.desk.web;

import fr.ruche.conformity.ConformityChecks;
import fr.ruche.consultation.Consultations;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.Completeness;
import fr.ruche.instruction.Instructions;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything that was said of a dossier, step by step. */
@Component
class CaseOpinions {

    private final ConformityChecks conformity;
    private final Completeness completeness;
    private final Consultations consultations;
    private final Instructions instructions;
    private final FundingDecisions decisions;
    private final JurySessions sessions;
    private final Actors actors;

    CaseOpinions(
            ConformityChecks conformity,
            Completeness completeness,
            Consultations consultations,
            Instructions instructions,
            FundingDecisions decisions,
            JurySessions sessions,
            Actors actors) {
        this.conformity = conformity;
        this.completeness = completeness;
        this.consultations = consultations;
        this.instructions = instructions;
        this.decisions = decisions;
        this.sessions = sessions;
        this.actors = actors;
    }

    /** @param outsider whether the reader was only asked for an opinion, and reads no other */
    void add(DossierNumber number, boolean outsider, Model model) {
        model.addAttribute("conformity", outsider ? List.of() : conformity.history(number));
        model.addAttribute("completeness", outsider ? List.of() : completeness.history(number));
        var answers = consultations.history(number, actors.required());
        model.addAttribute(
                "consultations",
                answers.stream().filter(one -> one.opinion() != null).toList());
        model.addAttribute(
                "records", answers.stream().filter(one -> one.opinion() == null).toList());
        model.addAttribute("instruction", outsider ? List.of() : instructions.history(number));
        model.addAttribute("decisions", outsider ? List.of() : decisions.history(number));
        model.addAttribute("hearings", outsider ? List.of() : hearings(number));
    }

    private List<Hearing> hearings(DossierNumber number) {
        return sessions.of(number, actors.required()).stream()
                .flatMap(session -> session.agenda().stream()
                        .filter(item -> item.dossier().equals(number))
                        .map(item -> new Hearing(session, item)))
                .toList();
    }

    /** The dossier before a jury. */
    record Hearing(JurySession session, AgendaItem item) {}
}
