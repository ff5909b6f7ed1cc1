package fr.ruche.consultation.web;

import fr.ruche.consultation.Consultation;
import fr.ruche.consultation.Consultations;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dossiers")
class ConsultationController {

    private final Consultations consultations;
    private final Actors actors;

    ConsultationController(Consultations consultations, Actors actors) {
        this.consultations = consultations;
        this.actors = actors;
    }

    @GetMapping("/api/v1/dossiers/{number}/consultations")
    @Operation(
            summary = "Avis des services consultés et étapes du modeleur",
            description = "Du plus ancien au plus récent, avec chaque question du formulaire et sa réponse ; `opinion`"
                    + " est nul à une étape qui ne demande pas d’avis. Un service lit ce qu’il a répondu ; le porteur"
                    + " n’en lit rien.")
    List<Consultation> history(@PathVariable DossierNumber number) {
        return consultations.history(number, actors.required());
    }
}
