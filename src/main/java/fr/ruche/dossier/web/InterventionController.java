package fr.ruche.dossier.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Interventions;
import fr.ruche.dossier.ReturnPoint;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What managers may do to a dossier besides its steps. */
@RestController
@RequestMapping("/api/v1/dossiers/{number}")
@Tag(name = "Dossiers")
class InterventionController {

    private final Interventions interventions;
    private final Actors actors;

    InterventionController(Interventions interventions, Actors actors) {
        this.interventions = interventions;
        this.actors = actors;
    }

    @PostMapping("/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Suspendre un dossier",
            description = "Personne n’y agit plus, ses délais ne courent plus, il quitte l’ordre du jour de son jury et"
                    + " garde ses crédits. Le délai du silence (SIL-01) continue. Gestionnaires.")
    void suspend(@PathVariable DossierNumber number, @RequestBody Motivated asked) {
        interventions.suspend(number, text(asked.motive()), actors.required());
    }

    @PostMapping("/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Reprendre un dossier suspendu",
            description = "L’échéance de l’étape recule d’autant de jours qu’il a été suspendu. Gestionnaires.")
    void resume(@PathVariable DossierNumber number, @RequestBody Motivated asked) {
        interventions.resume(number, text(asked.motive()), actors.required());
    }

    @GetMapping("/return-points")
    @Operation(summary = "Étapes où le dossier peut être remis", description = "La plus récente d’abord.")
    List<ReturnPoint> points(@PathVariable DossierNumber number) {
        return interventions.returnPoints(number, actors.required());
    }

    @PostMapping("/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remettre un dossier à une étape",
            description = "Ce qui a été établi depuis ne vaut plus ; un dossier terminé reprend. `until` est le dernier"
                    + " jour de l’étape, exigé si son échéance est passée. Gestionnaires.")
    void bring(@PathVariable DossierNumber number, @RequestBody Return asked) {
        interventions.bring(number, text(asked.step()), asked.until(), text(asked.motive()), actors.required());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    record Motivated(@Nullable String motive) {}

    record Return(
            @Nullable String step,
            @Nullable LocalDate until,
            @Nullable String motive) {}
}
