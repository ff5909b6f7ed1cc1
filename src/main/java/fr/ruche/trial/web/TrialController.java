package fr.ruche.trial.web;

import fr.ruche.identity.Actors;
import fr.ruche.review.ComparedTable;
import fr.ruche.review.Difference;
import fr.ruche.trial.Comparisons;
import fr.ruche.trial.Outcome;
import fr.ruche.trial.Replay;
import fr.ruche.trial.ReplayLine;
import fr.ruche.trial.Replays;
import fr.ruche.trial.ScenarioResult;
import fr.ruche.trial.Trials;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

/** What a version changes and does, for programs. */
@RestController
@RequestMapping("/api/v1/workshop")
@Tag(name = "Modèles")
class TrialController {

    private final Comparisons comparisons;
    private final Trials trials;
    private final Replays replays;
    private final Actors actors;

    TrialController(Comparisons comparisons, Trials trials, Replays replays, Actors actors) {
        this.comparisons = comparisons;
        this.trials = trials;
        this.replays = replays;
        this.actors = actors;
    }

    @GetMapping("/versions/{id}/differences")
    @Operation(
            summary = "Ce qui change d’une version à une autre",
            description = "Chaque différence avec son fichier, son élément, sa nature (ADDED, REMOVED, CHANGED, MOVED)"
                    + " et sa phrase, et les tables de décision posées l’une sur l’autre. Ce qui n’est qu’écrit autrement"
                    + " n’est pas une différence ; ce qui n’est que déplacé sur le dessin est MOVED. Réservé aux"
                    + " modeleurs, gestionnaires et administrateurs.")
    Differences differences(
            @PathVariable UUID id, @RequestParam @Parameter(description = "La version d’avant") UUID with) {
        var compared = comparisons.compare(id, with, actors.required());
        return new Differences(compared.differences(), compared.tables());
    }

    @PostMapping("/versions/{id}/scenarios/trial")
    @Operation(
            summary = "Jouer les scénarios d’une version",
            description = "Dans le vrai moteur, sans que rien n’en reste : ce que devient chaque scénario, et pourquoi"
                    + " il ne passe pas.")
    List<ScenarioResult> play(@PathVariable UUID id) {
        return trials.run(id, actors.required());
    }

    @PostMapping("/versions/{id}/replays")
    @Operation(
            summary = "Rejouer un appel passé avec une version",
            description = "En arrière-plan. `defaults` donne, par étape, ce qui y est répondu quand personne n’y a"
                    + " jamais répondu : `fait=valeur, …`. Réservé aux modeleurs et aux gestionnaires.")
    ResponseEntity<Replay> start(@PathVariable UUID id, @RequestBody Order order) {
        var me = actors.required();
        var replay = replays.start(
                id,
                order.call() == null ? "" : order.call(),
                order.defaults() == null ? Map.of() : order.defaults(),
                me);
        return ResponseEntity.created(URI.create("/api/v1/workshop/replays/" + replay))
                .body(replays.get(replay, me));
    }

    @GetMapping("/versions/{id}/replays")
    @Operation(summary = "Les rejeux d’une version, le dernier d’abord")
    List<Replay> of(@PathVariable UUID id) {
        return replays.of(id, actors.required());
    }

    @GetMapping("/replays/{id}")
    @Operation(summary = "Un rejeu et son avancement")
    Replay one(@PathVariable UUID id) {
        return replays.get(id, actors.required());
    }

    @GetMapping("/replays/{id}/lines")
    @Operation(
            summary = "Ce que seraient devenus les dossiers",
            description = "Deux cents à la fois, par numéro. Un dossier dont un conflit d’intérêts tient le lecteur"
                    + " éloigné n’y est pas ; seul un gestionnaire lit les intitulés.")
    List<ReplayLine> lines(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") @Parameter(description = "Combien ont déjà été lus") int after) {
        return replays.lines(id, outcome, after, actors.required());
    }

    @PostMapping("/replays/{id}/stop")
    @Operation(summary = "Arrêter un rejeu")
    Replay stop(@PathVariable UUID id) {
        replays.stop(id, actors.required());
        return one(id);
    }

    @PostMapping("/replays/{id}/continuation")
    @Operation(summary = "Reprendre un rejeu arrêté")
    Replay goOn(@PathVariable UUID id) {
        replays.goOn(id, actors.required());
        return one(id);
    }

    @Schema(name = "ModelDifferences", description = "Ce qui change d’une version à une autre.")
    record Differences(List<Difference> differences, List<ComparedTable> tables) {}

    @Schema(name = "ReplayOrder", description = "Un appel à rejouer.")
    record Order(@Nullable String call, @Nullable Map<String, String> defaults) {}
}
