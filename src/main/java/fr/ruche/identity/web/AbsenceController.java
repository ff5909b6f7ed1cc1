package fr.ruche.identity.web;

import fr.ruche.identity.Absence;
import fr.ruche.identity.AbsenceNotice;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.TaskKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When officers are away, and who stands in. */
@RestController
@RequestMapping("/api/v1/absences")
@Tag(name = "Absences")
class AbsenceController {

    private final Absences absences;
    private final Actors actors;

    AbsenceController(Absences absences, Actors actors) {
        this.absences = absences;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Absences en cours et à venir",
            description = "Les siennes et celles que l’on remplace ; pour un gestionnaire, celles de tous.")
    List<Absence> list() {
        return absences.of(actors.required());
    }

    @GetMapping("/kinds")
    @Operation(summary = "Tâches pour lesquelles on peut se faire remplacer")
    List<TaskKind> kinds() {
        return absences.kinds(actors.required());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Déclarer une absence",
            description = "La sienne ; pour un gestionnaire, celle de n’importe quel agent (`absent`). Sans `steps`,"
                    + " elle vaut pour toutes les tâches. Sans `substitute`, les tâches prises retournent à leur groupe."
                    + " Le remplaçant doit être des mêmes groupes ; un gestionnaire peut lui prêter ceux de la conformité"
                    + " et de l’instruction.")
    Absence declare(@RequestBody Notice asked) {
        return absences.declare(
                actors.required(),
                new AbsenceNotice(
                        text(asked.absent()),
                        text(asked.substitute()),
                        asked.firstDay(),
                        asked.lastDay(),
                        Objects.requireNonNullElse(asked.steps(), Set.of())));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Mettre fin à une absence",
            description = "Ce qui reste des tâches confiées revient aussitôt. La personne absente ou un gestionnaire.")
    void end(@PathVariable UUID id) {
        absences.end(actors.required(), id);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /**
     * @param absent account, one's own when it is left out
     * @param substitute account, nobody when it is left out
     * @param steps ids of user tasks, all when it is left out
     */
    record Notice(
            @Nullable String absent,
            @Nullable String substitute,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Set<String> steps) {}
}
