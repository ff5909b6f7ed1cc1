package fr.ruche.desk.web;

import fr.ruche.conformity.ConformityChecks;
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
    private final Instructions instructions;
    private final FundingDecisions decisions;
    private final JurySessions sessions;
    private final Actors actors;

    CaseOpinions(
            ConformityChecks conformity,
            Completeness completeness,
            Instructions instructions,
            FundingDecisions decisions,
            JurySessions sessions,
            Actors actors) {
        this.conformity = conformity;
        this.completeness = completeness;
        this.instructions = instructions;
        this.decisions = decisions;
        this.sessions = sessions;
        this.actors = actors;
    }

    void add(DossierNumber number, Model model) {
        model.addAttribute("conformity", conformity.history(number));
        model.addAttribute("completeness", completeness.history(number));
        model.addAttribute("instruction", instructions.history(number));
        model.addAttribute("decisions", decisions.history(number));
        model.addAttribute("hearings", hearings(number));
    }

    private List<Hearing> hearings(DossierNumber number) {
        return sessions.visibleTo(actors.required()).stream()
                .flatMap(session -> session.agenda().stream()
                        .filter(item -> item.dossier().equals(number))
                        .map(item -> new Hearing(session, item)))
                .toList();
    }

    /** The dossier before a jury. */
    record Hearing(JurySession session, AgendaItem item) {}
}
