package fr.ruche.conformity.web;

import fr.ruche.conformity.ConformityChecks;
import fr.ruche.conformity.Opinion;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConformityController {

    private final ConformityChecks checks;
    private final Dossiers dossiers;
    private final Actors actors;

    ConformityController(ConformityChecks checks, Dossiers dossiers, Actors actors) {
        this.checks = checks;
        this.dossiers = dossiers;
        this.actors = actors;
    }

    /** The answers of the intercommunality, the oldest first. */
    @GetMapping("/api/v1/dossiers/{number}/conformity")
    List<Opinion> history(@PathVariable String number) {
        var dossier = dossiers.visibleTo(actors.required(), new DossierNumber(number));
        return checks.history(dossier.number());
    }
}
