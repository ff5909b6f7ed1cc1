package fr.ruche.funding.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Decision;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.identity.Actors;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecisionController {

    private final FundingDecisions decisions;
    private final Dossiers dossiers;
    private final Actors actors;

    DecisionController(FundingDecisions decisions, Dossiers dossiers, Actors actors) {
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.actors = actors;
    }

    /** The decisions on a dossier, the oldest first. */
    @GetMapping("/api/v1/dossiers/{number}/decisions")
    List<Decision> history(@PathVariable String number) {
        var dossier = dossiers.visibleTo(actors.required(), new DossierNumber(number));
        return decisions.history(dossier.number());
    }
}
