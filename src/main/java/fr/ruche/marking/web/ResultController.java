package fr.ruche.marking.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.marking.DossierResult;
import fr.ruche.marking.MarkChange;
import fr.ruche.marking.Results;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What comes of the marks, once they are revealed. */
@RestController
@RequestMapping("/api/v1/jury/sessions/{id}/results")
@Tag(name = "Jurys")
class ResultController {

    private final Results results;
    private final Actors actors;

    ResultController(Results results, Actors actors) {
        this.results = results;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Les résultats de la notation",
            description = "Pour les membres et les gestionnaires ; 409 tant que les notes ne sont pas révélées. Le"
                    + " meilleur score d’abord. `difficulty` et les critères `apart` n’entrent pas dans `score`.")
    List<DossierResult> results(@PathVariable UUID id) {
        return results.of(id, actors.required());
    }

    @GetMapping("/{dossier}/changes")
    @Operation(
            summary = "Qui a changé quoi dans les notes d’un dossier",
            description = "Le plus récent d’abord ; 409 tant que les notes ne sont pas révélées.")
    List<MarkChange> changes(@PathVariable UUID id, @PathVariable String dossier) {
        return results.changes(id, new DossierNumber(dossier), actors.required());
    }

    @PutMapping("/{dossier}")
    @Operation(
            summary = "Ce que le jury retient pour un dossier (gestionnaire, présidence)",
            description = "À côté du score des notes, qui reste ; un motif est demandé quand il en diffère.")
    List<DossierResult> retain(@PathVariable UUID id, @PathVariable String dossier, @RequestBody Retained retained) {
        results.retain(id, new DossierNumber(dossier), retained.score(), retained.reason(), actors.required());
        return results(id);
    }

    @PostMapping("/deliberation")
    @Operation(
            summary = "Clore le délibéré (gestionnaire, présidence)",
            description = "Sans retour. Un dossier pour lequel rien d’autre n’est retenu garde le score des notes.")
    List<DossierResult> deliberate(@PathVariable UUID id) {
        results.deliberate(id, actors.required());
        return results(id);
    }

    record Retained(@Nullable BigDecimal score, @Nullable String reason) {}
}
