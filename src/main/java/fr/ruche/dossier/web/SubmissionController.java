package fr.ruche.dossier.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.programme.Assessment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the porteur writes and deposits, and how a dossier is given up. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers")
class SubmissionController {

    private final Dossiers dossiers;
    private final DossierViews views;
    private final Actors actors;

    SubmissionController(Dossiers dossiers, DossierViews views, Actors actors) {
        this.dossiers = dossiers;
        this.views = views;
        this.actors = actors;
    }

    /** @param fiche complete or not */
    record Opening(@Nullable String call, @Nullable Fiche fiche) {}

    record Ending(@Nullable String motive) {}

    @PostMapping
    @Operation(
            summary = "Ouvrir un dossier",
            description = "Ouvre une fiche synthétique en brouillon, complète ou non. La réponse donne son numéro.")
    @OpeningExample
    ResponseEntity<DossierView> open(@RequestBody Opening opening) {
        var actor = actors.required();
        if (opening.call() == null || opening.fiche() == null) {
            var field = opening.call() == null ? "call" : "fiche";
            throw Rejected.because(field, "REQUIRED", "Le champ « " + field + " » est obligatoire.");
        }
        var number = opened(opening.call(), actor, opening.fiche());
        var view = views.of(number, actor);
        return ResponseEntity.created(URI.create("/api/v1/dossiers/" + number))
                .eTag(Revision.tag(view.revision()))
                .body(view);
    }

    /** The fields of the fiche are one level down in this body. */
    private DossierNumber opened(String call, Actor actor, Fiche fiche) {
        try {
            return dossiers.open(call, actor, fiche);
        } catch (Rejected rejected) {
            throw new Rejected(rejected.faults().stream()
                    .map(f -> new Fault(f.field().isEmpty() ? "fiche" : "fiche." + f.field(), f.rule(), f.message()))
                    .toList());
        }
    }

    @PutMapping("/{number}/fiche")
    @Operation(
            summary = "Enregistrer la fiche",
            description = "Remplace le brouillon, ou la correction demandée. `If-Match` refuse une page périmée (409).")
    ResponseEntity<DossierView> saveFiche(
            @PathVariable String number,
            @RequestBody Fiche fiche,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        dossiers.saveFiche(dossier, fiche, actor, Revision.of(ifMatch));
        return views.answer(dossier, actor);
    }

    @PostMapping("/{number}/fiche/deposit")
    @Operation(
            summary = "Déposer la fiche",
            description =
                    "Dépose la fiche enregistrée, ou sa correction. L’instant de réception par le serveur fait foi.")
    ResponseEntity<DossierView> depositFiche(@PathVariable String number) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        dossiers.depositFiche(dossier, actor);
        return views.answer(dossier, actor);
    }

    @PutMapping("/{number}/full")
    @Operation(summary = "Enregistrer le dossier complet", description = "Remplace le brouillon du dossier complet.")
    @FullExample
    ResponseEntity<DossierView> saveFull(
            @PathVariable String number,
            @RequestBody FullDossier full,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        dossiers.saveFull(dossier, full, actor, Revision.of(ifMatch));
        return views.answer(dossier, actor);
    }

    @PostMapping("/{number}/full/check")
    @Operation(
            summary = "Essayer les règles",
            description = "Ce que diraient les règles si ce dossier complet était déposé maintenant. Rien n’est gardé.")
    Assessment check(@PathVariable String number, @RequestBody FullDossier full) {
        return dossiers.check(new DossierNumber(number), full, actors.required());
    }

    @PostMapping("/{number}/full/deposit")
    @Operation(
            summary = "Déposer le dossier complet",
            description = "Dépose le dossier complet enregistré, ou les pièces demandées ensuite.")
    ResponseEntity<DossierView> depositFull(@PathVariable String number) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        dossiers.depositFull(dossier, actor);
        return views.answer(dossier, actor);
    }

    @PostMapping("/{number}/abandon")
    @Operation(summary = "Abandonner le dossier", description = "Le porteur renonce, avec un motif.")
    ResponseEntity<DossierView> abandon(@PathVariable String number, @RequestBody Ending ending) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        dossiers.abandon(dossier, actor, text(ending.motive()));
        return views.answer(dossier, actor);
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Retirer le dossier", description = "Un gestionnaire retire le dossier, avec un motif.")
    ResponseEntity<DossierView> withdraw(@PathVariable String number, @RequestBody Ending ending) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        dossiers.withdraw(dossier, actor, text(ending.motive()));
        return views.answer(dossier, actor);
    }

    private static String text(@Nullable String motive) {
        return motive == null ? "" : motive;
    }
}
