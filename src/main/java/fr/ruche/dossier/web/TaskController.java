package fr.ruche.dossier.web;

import fr.ruche.dossier.DossierSummary;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.WaitingTask;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a list of tasks says of the dossier behind each: the engine knows nothing of it. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tâches", description = "Les dossiers derrière les tâches de Tasklist.")
class TaskController {

    private static final int MANY = 100;

    private final Dossiers dossiers;
    private final Territories territories;
    private final Actors actors;
    private final Clock clock;

    TaskController(Dossiers dossiers, Territories territories, Actors actors, Clock clock) {
        this.dossiers = dossiers;
        this.territories = territories;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Dossiers de tâches ouvertes",
            description = "Une ligne par tâche demandée qui attend encore et dont ce compte peut voir le dossier ; les"
                    + " autres sont omises. Dans aucun ordre.")
    List<TaskLine> list(
            @RequestParam
                    @Size(max = MANY, message = "{task.many}") @Parameter(description = "Identifiant de la tâche dans le moteur ; répétable")
                    List<String> id) {
        var me = actors.required();
        return dossiers.waiting(id, me).stream()
                .map(waiting -> line(waiting, me.isOfficer()))
                .toList();
    }

    /** @param inside whether it is for officers, who read who was away */
    private TaskLine line(WaitingTask waiting, boolean inside) {
        var dossier = waiting.dossier();
        return new TaskLine(
                waiting.task(),
                dossier.number(),
                dossier.title(),
                dossier.organisation(),
                dossier.territory(),
                name(dossier),
                dossier.requestedOperating().add(dossier.requestedInvestment()),
                dossier.dueAt(),
                dossier.dueAt() != null && dossier.dueAt().isBefore(clock.instant()),
                inside ? absent(waiting) : null);
    }

    private @Nullable String absent(WaitingTask waiting) {
        return Optional.ofNullable(waiting.owner())
                .flatMap(actors::find)
                .map(Actor::displayName)
                .orElse(null);
    }

    private @Nullable String name(DossierSummary dossier) {
        return dossier.territory() == null
                ? null
                : territories.epci(dossier.territory()).map(Epci::name).orElse(null);
    }

    /**
     * A task with its dossier.
     *
     * @param organisation name of the porteur
     * @param territory SIREN of the EPCI
     * @param requested operating and investment together, in euros
     * @param late the task is past its date
     * @param onBehalfOf name of the absent officer for whom it is held, null when it is in one's own name
     */
    record TaskLine(
            String task,
            String dossier,
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String territory,
            @Nullable String territoryName,
            BigDecimal requested,
            @Nullable Instant dueAt,
            boolean late,
            @Nullable String onBehalfOf) {}
}
