package fr.ruche.jury.web;

import fr.ruche.identity.Actors;
import fr.ruche.jury.College;
import fr.ruche.jury.Governance;
import fr.ruche.jury.Seat;
import fr.ruche.jury.SeatPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who sits in which jury, from when to when. */
@RestController
@RequestMapping("/api/v1/governance")
@Tag(name = "Gouvernance")
class GovernanceController {

    private final Governance governance;
    private final Actors actors;

    GovernanceController(Governance governance, Actors actors) {
        this.governance = governance;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Les sièges des jurys",
            description = "Réservé aux gestionnaires. `jury` : un seul jury ; `on` : seulement les sièges tenus ce"
                    + " jour-là. Sans `on`, les sièges terminés aussi.")
    List<Seat> seats(
            @RequestParam(required = false) @Nullable String jury,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        return governance.seats(jury, on, actors.required());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Inscrire un siège",
            description = "`substitute` : suppléant des titulaires de son collège, sans titulaire nommé. `until` :"
                    + " dernier jour, s’il est connu.")
    Seat enter(@RequestBody Entry entry) {
        return governance.enter(entry.plan(), actors.required());
    }

    @PostMapping("/{id}/end")
    @Operation(
            summary = "Mettre fin à un siège",
            description = "Le siège reste au registre, avec son dernier jour, le motif et qui y a mis fin.")
    Seat end(@PathVariable UUID id, @RequestBody End end) {
        return governance.end(id, end.lastDay(), end.motive(), actors.required());
    }

    record Entry(
            @Nullable String jury,
            @Nullable College college,
            @Nullable String name,
            @Nullable String username,
            @Nullable Boolean president,
            @Nullable Boolean substitute,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        SeatPlan plan() {
            return new SeatPlan(
                    jury,
                    college,
                    name,
                    username,
                    Boolean.TRUE.equals(president),
                    Boolean.TRUE.equals(substitute),
                    since,
                    until);
        }
    }

    record End(@Nullable LocalDate lastDay, @Nullable String motive) {}
}
