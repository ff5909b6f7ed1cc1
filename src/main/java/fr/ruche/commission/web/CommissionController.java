package fr.ruche.commission.web;

import fr.ruche.commission.Ballot;
import fr.ruche.commission.Commission;
import fr.ruche.commission.Meeting;
import fr.ruche.commission.MeetingFiles;
import fr.ruche.commission.Rehearsed;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.DecisionOutcome;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The meetings of the commission permanente: everything that their page does. */
@RestController
@RequestMapping("/api/v1/commission/meetings")
@Tag(name = "Commission permanente")
class CommissionController {

    private final Commission commission;
    private final MeetingFiles files;
    private final Actors actors;

    CommissionController(Commission commission, MeetingFiles files, Actors actors) {
        this.commission = commission;
        this.files = files;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Les réunions, la plus récente d’abord", description = "Sans leur liste. Gestionnaires.")
    List<Meeting> all() {
        return commission.all(actors.required());
    }

    @PostMapping
    @Operation(
            summary = "Préparer une réunion",
            description = "Sa liste prend les dossiers de l’appel qui attendent une décision, hors liste"
                    + " complémentaire.")
    ResponseEntity<Meeting> prepare(@RequestBody Preparation wanted) {
        var meeting = commission.prepare(wanted.call(), wanted.day(), wanted.title(), actors.required());
        return ResponseEntity.created(URI.create("/api/v1/commission/meetings/" + meeting.id()))
                .body(meeting);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Une réunion et sa liste")
    Meeting one(@PathVariable UUID id) {
        return commission.get(id, actors.required());
    }

    @PostMapping("/{id}/refill")
    @Operation(summary = "Reprendre les dossiers prêts depuis")
    Meeting refill(@PathVariable UUID id) {
        commission.refill(id, actors.required());
        return one(id);
    }

    @PostMapping("/{id}/items/{number}")
    @Operation(summary = "Inscrire un dossier", description = "Ainsi pour un dossier de la liste complémentaire.")
    Meeting put(@PathVariable UUID id, @PathVariable String number) {
        commission.put(id, new DossierNumber(number), actors.required());
        return one(id);
    }

    @DeleteMapping("/{id}/items/{number}")
    @Operation(summary = "Retirer un dossier, avec un motif")
    Meeting remove(@PathVariable UUID id, @PathVariable String number, @RequestParam(defaultValue = "") String motive) {
        commission.remove(id, new DossierNumber(number), motive, actors.required());
        return one(id);
    }

    @PutMapping("/{id}/items/{number}")
    @Operation(
            summary = "Proposer une décision",
            description = "Le motif est exigé quand elle diffère de ce que l’avis du jury entraîne.")
    Meeting propose(@PathVariable UUID id, @PathVariable String number, @RequestBody Wanted wanted) {
        commission.propose(id, new DossierNumber(number), wanted.outcome(), wanted.motive(), actors.required());
        return one(id);
    }

    @PostMapping("/{id}/items/{number}/recusals")
    @Operation(summary = "Noter qu’un membre ne prend pas part au vote sur un dossier")
    Meeting recuse(@PathVariable UUID id, @PathVariable String number, @RequestBody Recusal recusal) {
        commission.recuse(id, new DossierNumber(number), recusal.name(), recusal.motive(), actors.required());
        return one(id);
    }

    @DeleteMapping("/{id}/items/{number}/recusals")
    @Operation(summary = "Défaire une telle note")
    Meeting takeBack(@PathVariable UUID id, @PathVariable String number, @RequestParam String name) {
        commission.takeBack(id, new DossierNumber(number), name, actors.required());
        return one(id);
    }

    @PostMapping("/{id}/vote")
    @Operation(summary = "Enregistrer la délibération", description = "La liste ne change plus ensuite.")
    Meeting vote(@PathVariable UUID id, @RequestBody Ballot ballot) {
        commission.vote(id, ballot, actors.required());
        return one(id);
    }

    @PostMapping("/{id}/rehearsal")
    @Operation(
            summary = "Essayer l’exécution, sans rien enregistrer",
            description = "Pour chacun des cent prochains dossiers, le courrier qui partirait ou le refus.")
    List<Rehearsed> rehearse(@PathVariable UUID id) {
        return commission.rehearse(id, actors.required());
    }

    @PostMapping("/{id}/execution")
    @Operation(
            summary = "Exécuter les décisions qui restent, cent à la fois",
            description =
                    "Chaque dossier pour lui-même : un refus dit pourquoi (`refusal`) et n’arrête pas les autres.")
    Meeting carryOut(@PathVariable UUID id) {
        commission.carryOut(id, actors.required());
        return one(id);
    }

    @GetMapping(path = "/{id}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Le rapport")
    byte[] report(@PathVariable UUID id) {
        return files.report(id, actors.required());
    }

    @GetMapping(
            path = "/{id}/list.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(summary = "La liste")
    byte[] list(@PathVariable UUID id) {
        return files.list(id, actors.required());
    }

    record Preparation(
            @Nullable String call,
            @Nullable LocalDate day,
            @Nullable String title) {}

    record Wanted(
            @Nullable DecisionOutcome outcome, @Nullable String motive) {}

    record Recusal(@Nullable String name, @Nullable String motive) {}
}
