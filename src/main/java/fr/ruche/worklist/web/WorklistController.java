package fr.ruche.worklist.web;

import fr.ruche.dossier.DossierFilter;
import fr.ruche.dossier.TaskFilter;
import fr.ruche.identity.Actors;
import fr.ruche.worklist.Handovers;
import fr.ruche.worklist.TaskOutcome;
import fr.ruche.worklist.Worklist;
import fr.ruche.worklist.WorklistPage;
import fr.ruche.worklist.WorklistView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of officers, and many of them changing hands at once. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Tâches")
class WorklistController {

    private static final String ONE_BY_ONE =
            " Chaque tâche est une transaction : `done` dit pour chacune si elle a changé"
                    + " de mains, `message` pourquoi. Une tâche s’écrit comme la liste la donne (`id@compte` : refusée si elle"
                    + " n’est plus entre ces mains), ou par son seul identifiant. 100 au plus.";

    private final Worklist worklist;
    private final Handovers handovers;
    private final Actors actors;

    WorklistController(Worklist worklist, Handovers handovers, Actors actors) {
        this.worklist = worklist;
        this.handovers = handovers;
        this.actors = actors;
    }

    @GetMapping("/worklist")
    @Operation(
            summary = "Tâches ouvertes sur les dossiers",
            description =
                    "50 par page, la plus proche échéance d’abord : celles de mes groupes (`GROUPS`), celles que j’ai"
                            + " prises (`MINE`), celles que personne n’a prises (`FREE`) ; pour un gestionnaire, celles de tous"
                            + " (`ALL`).")
    WorklistPage list(
            @RequestParam(defaultValue = "GROUPS") WorklistView view,
            @RequestParam(required = false)
                    @Parameter(description = "Groupe à qui elle est proposée, vue `ALL`")
                    @Nullable String group,
            @RequestParam(required = false) @Parameter(description = "Compte de qui l’a prise, vue `ALL`") @Nullable String holder,
            @RequestParam(defaultValue = "false") @Parameter(description = "Que personne n’a prise, vue `ALL`")
                    boolean free,
            @RequestParam(required = false) @Parameter(description = "Échéance, vue `ALL`")
                    DossierFilter.@Nullable Due due,
            @RequestParam(required = false)
                    @Parameter(description = "Premier jour d’échéance, vue `ALL`")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate dueFrom,
            @RequestParam(required = false)
                    @Parameter(description = "Dernier jour d’échéance, vue `ALL`")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate dueTo,
            @RequestParam(defaultValue = "0") @Parameter(description = "Comptée depuis 0") int page) {
        return worklist.list(actors.required(), view, new TaskFilter(group, holder, free, due, dueFrom, dueTo), page);
    }

    @PostMapping("/tasks/claim")
    @Operation(
            summary = "Prendre des tâches en charge",
            description = "Celles de mes groupes que personne n’a." + ONE_BY_ONE)
    List<TaskOutcome> claim(@RequestBody Claim asked) {
        return handovers.claim(actors.required(), known(asked.tasks()));
    }

    @PostMapping("/tasks/assignment")
    @Operation(
            summary = "Confier des tâches à un collègue",
            description = "Les siennes et celles que personne n’a ; pour un gestionnaire, toutes. Le collègue doit être"
                    + " d’un groupe à qui la tâche est proposée." + ONE_BY_ONE)
    List<TaskOutcome> assign(@RequestBody Assignment asked) {
        return handovers.assign(actors.required(), known(asked.tasks()), text(asked.to()), text(asked.motive()));
    }

    @PostMapping("/tasks/return")
    @Operation(
            summary = "Rendre des tâches au groupe",
            description = "Les siennes ; pour un gestionnaire, toutes." + ONE_BY_ONE)
    List<TaskOutcome> giveBack(@RequestBody Return asked) {
        return handovers.giveBack(actors.required(), known(asked.tasks()), text(asked.motive()));
    }

    private static List<String> known(@Nullable List<String> tasks) {
        return Objects.requireNonNullElse(tasks, List.of());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    record Claim(@Nullable List<String> tasks) {}

    /** @param to account of the colleague */
    record Assignment(
            @Nullable List<String> tasks,
            @Nullable String to,
            @Nullable String motive) {}

    record Return(@Nullable List<String> tasks, @Nullable String motive) {}
}
