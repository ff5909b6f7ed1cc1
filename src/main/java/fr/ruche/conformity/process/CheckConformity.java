package fr.ruche.conformity.process;

import fr.ruche.conformity.ConformityChecks;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.identity.Actors;
import org.springframework.stereotype.Component;

/** User task « Vérifier la conformité » of the intercommunality. */
@Component
class CheckConformity extends ConformityForm {

    CheckConformity(ConformityChecks checks, DossierFacts facts, Actors actors) {
        super("userTask_checkConformity", false, checks, facts, actors);
    }
}
