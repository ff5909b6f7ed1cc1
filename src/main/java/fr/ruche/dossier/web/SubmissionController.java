package fr.ruche.dossier.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Fiche;
import fr.ruche.dossier.FullDossier;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Channel;
import fr.ruche.programme.Eligibility;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
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

/** What the porteur writes and deposits, online or on paper, and how a dossier is given up. */
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

    /**
     * @param fiche complete or not; complete when it came on paper
     * @param account on paper: the porteur's account, if there is one
     */
    record Opening(
            @Nullable String call,
            @Nullable Fiche fiche,
            @Nullable String account,
            @Nullable Channel channel,
            @Nullable Instant receivedAt,
            @Nullable LocalDate postmark) {}

    /** @param fiche the correction that came on paper */
    record FicheDeposit(
            @Nullable Channel channel,
            @Nullable Instant receivedAt,
            @Nullable LocalDate postmark,
            @Nullable Fiche fiche) {}

    /** @param full what came on paper; null for papers asked for after the deposit */
    record FullDeposit(
            @Nullable Channel channel,
            @Nullable Instant receivedAt,
            @Nullable LocalDate postmark,
            @Nullable FullDossier full) {}

    record Ending(@Nullable String motive) {}

    @PostMapping
    @Operation(
            summary = "Ouvrir un dossier",
            description = "Ouvre une fiche synthétique en brouillon, complète ou non. La réponse donne son numéro. Un"
                    + " agent de l’intercommunalité ou un gestionnaire enregistre une fiche arrivée sur papier : `channel`"
                    + " vaut `PAPER`, `receivedAt` dit quand elle est arrivée, `postmark` le cachet de la poste, et"
                    + " `account` le compte du porteur s’il en a un ; la fiche, complète, est déposée aussitôt.")
    @OpeningExample
    ResponseEntity<DossierView> open(@RequestBody Opening opening) {
        var actor = actors.required();
        if (opening.call() == null || opening.fiche() == null) {
            throw required(opening.call() == null ? "call" : "fiche");
        }
        var number = opened(opening, opening.call(), opening.fiche(), actor);
        var view = views.of(number, actor);
        return ResponseEntity.created(URI.create("/api/v1/dossiers/" + number))
                .eTag(Revision.tag(view.revision()))
                .body(view);
    }

    /** The fields of the fiche are one level down in this body. */
    private DossierNumber opened(Opening opening, String call, Fiche fiche, Actor actor) {
        try {
            return opening.channel() == null
                    ? dossiers.open(call, actor, fiche)
                    : dossiers.registerFiche(
                            call,
                            opening.account(),
                            fiche,
                            PaperArrival.of(opening.channel(), opening.receivedAt(), opening.postmark()),
                            actor);
        } catch (Rejected rejected) {
            throw PaperArrival.below("fiche", rejected);
        }
    }

    private static Rejected required(String field) {
        return Rejected.because(field, "REQUIRED", Sentences.of("field.required", field));
    }

    @PutMapping("/{number}/fiche")
    @Operation(
            summary = "Enregistrer la fiche",
            description = "Remplace le brouillon, ou la correction demandée. `If-Match` refuse une page périmée (409).")
    ResponseEntity<DossierView> saveFiche(
            @PathVariable String number,
            @RequestBody Fiche fiche,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changed(number, (dossier, actor) -> dossiers.saveFiche(dossier, fiche, actor, Revision.of(ifMatch)));
    }

    @PostMapping("/{number}/fiche/deposit")
    @Operation(
            summary = "Déposer la fiche",
            description =
                    "Sans corps : dépose la fiche enregistrée, ou sa correction ; l’instant de réception par le serveur"
                            + " fait foi. Un agent enregistre une correction arrivée sur papier : `channel` (`PAPER`),"
                            + " `receivedAt`, `postmark` et `fiche`.")
    ResponseEntity<DossierView> depositFiche(
            @PathVariable String number, @RequestBody(required = false) @Nullable FicheDeposit paper) {
        return changed(number, (dossier, actor) -> {
            if (paper == null) {
                dossiers.depositFiche(dossier, actor);
            } else {
                correctOnPaper(dossier, paper, actor);
            }
        });
    }

    private void correctOnPaper(DossierNumber number, FicheDeposit paper, Actor officer) {
        if (paper.fiche() == null) {
            throw required("fiche");
        }
        try {
            var arrival = PaperArrival.of(paper.channel(), paper.receivedAt(), paper.postmark());
            dossiers.registerCorrection(number, paper.fiche(), arrival, officer);
        } catch (Rejected rejected) {
            throw PaperArrival.below("fiche", rejected);
        }
    }

    @PutMapping("/{number}/full")
    @Operation(summary = "Enregistrer le dossier complet", description = "Remplace le brouillon du dossier complet.")
    @FullExample
    ResponseEntity<DossierView> saveFull(
            @PathVariable String number,
            @RequestBody FullDossier full,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return changed(number, (dossier, actor) -> dossiers.saveFull(dossier, full, actor, Revision.of(ifMatch)));
    }

    @PostMapping("/{number}/full/check")
    @Operation(
            summary = "Essayer les règles",
            description =
                    "Ce que diraient les règles si ce dossier complet était déposé maintenant. Rien n’est gardé. Un"
                            + " appel que des personnes seules jugent n’a pas de règles : 404.")
    Assessment check(@PathVariable String number, @RequestBody FullDossier full) {
        return dossiers.check(new DossierNumber(number), full, actors.required())
                .orElseThrow(() -> Eligibility.none(number));
    }

    @PostMapping("/{number}/full/deposit")
    @Operation(
            summary = "Déposer le dossier complet",
            description = "Sans corps : dépose le dossier complet enregistré, ou les pièces demandées ensuite. Un agent"
                    + " du service instructeur ou un gestionnaire enregistre ce qui arrive sur papier : `channel`"
                    + " (`PAPER`), `receivedAt`, `postmark`, et `full` pour un dossier complet.")
    ResponseEntity<DossierView> depositFull(
            @PathVariable String number, @RequestBody(required = false) @Nullable FullDeposit paper) {
        return changed(number, (dossier, actor) -> {
            if (paper == null) {
                dossiers.depositFull(dossier, actor);
            } else {
                depositOnPaper(dossier, paper, actor);
            }
        });
    }

    private void depositOnPaper(DossierNumber number, FullDeposit paper, Actor officer) {
        try {
            var arrival = PaperArrival.of(paper.channel(), paper.receivedAt(), paper.postmark());
            dossiers.registerFull(number, paper.full(), arrival, officer);
        } catch (Rejected rejected) {
            throw PaperArrival.below("full", rejected);
        }
    }

    @PostMapping("/{number}/abandon")
    @Operation(summary = "Abandonner le dossier", description = "Le porteur renonce, avec un motif.")
    ResponseEntity<DossierView> abandon(@PathVariable String number, @RequestBody Ending ending) {
        return changed(number, (dossier, actor) -> dossiers.abandon(dossier, actor, text(ending.motive())));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Retirer le dossier", description = "Un gestionnaire retire le dossier, avec un motif.")
    ResponseEntity<DossierView> withdraw(@PathVariable String number, @RequestBody Ending ending) {
        return changed(number, (dossier, actor) -> dossiers.withdraw(dossier, actor, text(ending.motive())));
    }

    /** Changes the dossier, then shows it as it stands. */
    private ResponseEntity<DossierView> changed(String number, BiConsumer<DossierNumber, Actor> change) {
        var actor = actors.required();
        var dossier = new DossierNumber(number);
        change.accept(dossier, actor);
        return views.answer(dossier, actor);
    }

    private static String text(@Nullable String motive) {
        return motive == null ? "" : motive;
    }
}
