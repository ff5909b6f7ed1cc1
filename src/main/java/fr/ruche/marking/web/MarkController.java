package fr.ruche.marking.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.marking.MarkEntry;
import fr.ruche.marking.MarkingPhase;
import fr.ruche.marking.MarkingState;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Progress;
import fr.ruche.marking.Sheet;
import fr.ruche.marking.SheetState;
import fr.ruche.marking.Sheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jurors mark; managers and presidents move the phases. */
@RestController
@RequestMapping("/api/v1/jury/sessions/{id}")
@Tag(name = "Jurys")
class MarkController {

    private final Sheets sheets;
    private final Markings markings;
    private final Actors actors;

    MarkController(Sheets sheets, Markings markings, Actors actors) {
        this.sheets = sheets;
        this.markings = markings;
        this.actors = actors;
    }

    @GetMapping("/marking")
    @Operation(
            summary = "Où en est la notation d’une séance",
            description = "`state` est null tant qu’elle n’est pas ouverte. `progress` compte les fiches remises : de"
                    + " chaque juré pour les gestionnaires et la présidence, sinon les siennes.")
    Standing marking(@PathVariable UUID id) {
        var me = actors.required();
        return new Standing(markings.state(id, me).orElse(null), markings.progress(id, me));
    }

    @PutMapping("/marking")
    @Operation(
            summary = "Ouvrir ou révéler la notation (gestionnaire, présidence)",
            description = "`BLIND` l’ouvre jusqu’au jour `closesOn` compris, ou change ce jour ; `REVEALED` fige les"
                    + " fiches et les montre aux membres, sans retour. `early` : révéler avant la clôture bien que des"
                    + " fiches manquent.")
    Standing move(@PathVariable UUID id, @RequestBody Move move) {
        var me = actors.required();
        if (move.phase() == null) {
            throw Rejected.because("phase", "REQUIRED", Sentences.of("marking.phase.required"));
        }
        switch (move.phase()) {
            case BLIND -> markings.open(id, move.closesOn(), me);
            case REVEALED -> markings.reveal(id, Boolean.TRUE.equals(move.early()), me);
            case DELIBERATED -> throw Rejected.because("phase", "PHASE", Sentences.of("marking.phase.required"));
        }
        return marking(id);
    }

    @GetMapping("/marks")
    @Operation(
            summary = "Les fiches de notation",
            description = "Les siennes tant que la notation est à l’aveugle ; une fois révélée, toutes celles qui ont"
                    + " été remises, pour les membres et les gestionnaires.")
    List<Sheet> marks(@PathVariable UUID id) {
        return sheets.readable(id, actors.required());
    }

    @PutMapping("/marks/{dossier}/{indicator}")
    @Operation(
            summary = "Noter un indicateur",
            description = "`version` est celle de la note qui a été lue, 0 s’il n’y en avait pas : si elle a changé"
                    + " depuis, la réponse est 409 et rien n’est perdu. Redire la même chose ne change rien.")
    Sheet mark(
            @PathVariable UUID id,
            @PathVariable String dossier,
            @PathVariable String indicator,
            @RequestBody Saying saying) {
        var entry = new MarkEntry(
                indicator,
                saying.mark(),
                Boolean.TRUE.equals(saying.notApplicable()),
                saying.comment(),
                saying.version() == null ? 0 : saying.version());
        return sheets.save(id, new DossierNumber(dossier), List.of(entry), actors.required());
    }

    @PutMapping("/marks/{dossier}")
    @Operation(
            summary = "Remettre sa fiche, s’abstenir, la reprendre",
            description = "`SUBMITTED` demande une note ou « sans objet » à chaque indicateur, et un commentaire aux"
                    + " extrêmes ; `ABSTAINED` garde les notes sans les compter ; `DRAFT` reprend la fiche.")
    Sheet become(@PathVariable UUID id, @PathVariable String dossier, @RequestBody Becoming becoming) {
        if (becoming.state() == null) {
            throw Rejected.because("state", "REQUIRED", Sentences.of("sheet.state.required"));
        }
        return sheets.become(id, new DossierNumber(dossier), becoming.state(), actors.required());
    }

    record Standing(@Nullable MarkingState state, List<Progress> progress) {}

    record Move(
            @Nullable MarkingPhase phase,
            @Nullable LocalDate closesOn,
            @Nullable Boolean early) {}

    record Saying(
            @Nullable Integer mark,
            @Nullable Boolean notApplicable,
            @Nullable String comment,
            @Nullable Integer version) {}

    record Becoming(@Nullable SheetState state) {}
}
