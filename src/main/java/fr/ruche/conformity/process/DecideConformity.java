package fr.ruche.conformity.process;

import fr.ruche.conformity.ConformityChecks;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.identity.Actors;
import org.springframework.stereotype.Component;

/** User task « Statuer sur la conformité » of the Region, after the silence of the intercommunality (A7). */
@Component
class DecideConformity extends ConformityForm {

    DecideConformity(ConformityChecks checks, DossierFacts facts, Actors actors) {
        super("userTask_decideConformity", true, checks, facts, actors);
    }
}
