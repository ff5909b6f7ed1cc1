package fr.ruche.batch.web;

import fr.ruche.batch.Batch;
import fr.ruche.batch.BatchAction;
import fr.ruche.batch.BatchLine;
import fr.ruche.batch.BatchPlan;
import fr.ruche.batch.Batches;
import fr.ruche.batch.Rehearsal;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches: everything that their pages do. */
@RestController
@RequestMapping("/api/v1/batches")
@Tag(name = "Actions en masse")
class BatchController {

    private final Batches batches;
    private final ListAddresses addresses;
    private final Actors actors;

    BatchController(Batches batches, ListAddresses addresses, Actors actors) {
        this.batches = batches;
        this.addresses = addresses;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Les cinquante derniers lots", description = "Réservé aux gestionnaires.")
    List<Batch> recent() {
        return batches.recent(actors.required());
    }

    @PostMapping("/rehearsal")
    @Operation(
            summary = "Essayer un lot",
            description =
                    "Sur cinquante de ses dossiers, pris à chaque étape, sans rien enregistrer : combien passeraient, et"
                            + " pourquoi les autres seraient refusés.")
    Rehearsal rehearse(@RequestBody Order order) {
        return batches.rehearse(listing(order), order.plan(), actors.required());
    }

    @PostMapping
    @Operation(
            summary = "Lancer un lot",
            description = "`list` est l’adresse d’une liste de dossiers, telle que `GET /api/v1/dossiers` la prend."
                    + " Chaque dossier est traité dans sa propre transaction, au nom de qui a lancé le lot.")
    ResponseEntity<Batch> start(@RequestBody Order order) {
        var me = actors.required();
        var id = batches.start(listing(order), order.plan(), order.expected(), me);
        return ResponseEntity.created(URI.create("/api/v1/batches/" + id)).body(batches.get(id, me));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Un lot et son avancement")
    Batch one(@PathVariable UUID id) {
        return batches.get(id, actors.required());
    }

    @GetMapping("/{id}/lines")
    @Operation(summary = "Ce que sont devenus ses dossiers", description = "Cinq cents à la fois, dans leur ordre.")
    List<BatchLine> lines(
            @PathVariable UUID id,
            @RequestParam(required = false) BatchLine.@Nullable State state,
            @RequestParam(defaultValue = "0") @Parameter(description = "Combien, dans cet état, ont déjà été lus")
                    int after) {
        return batches.lines(id, state, after, actors.required());
    }

    @PostMapping("/{id}/stop")
    @Operation(summary = "Arrêter un lot", description = "Le dossier en cours est achevé.")
    Batch stop(@PathVariable UUID id) {
        batches.stop(id, actors.required());
        return one(id);
    }

    @PostMapping("/{id}/continuation")
    @Operation(summary = "Reprendre un lot arrêté")
    Batch goOn(@PathVariable UUID id) {
        batches.goOn(id, actors.required());
        return one(id);
    }

    private Listing listing(Order order) {
        return addresses.read(order.list() == null ? "" : order.list());
    }

    /**
     * @param list query of the address of a list, such as {@code call=DSDT-2026&due=LATE}
     * @param expected how many dossiers it should have; another number is refused (409)
     */
    record Order(
            @Nullable String list,
            @Nullable BatchAction action,
            @Nullable String step,
            @Nullable LocalDate until,
            @Nullable Integer version,
            @Nullable String motive,
            @Nullable Integer expected) {

        BatchPlan plan() {
            return new BatchPlan(action, step, until, version, motive);
        }
    }
}
