package fr.ruche.territory.web;

import fr.ruche.common.Forbidden;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.territory.NeighbourhoodImport;
import fr.ruche.territory.PriorityNeighbourhood;
import fr.ruche.territory.Territories;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The priority geography: read by everybody who is signed in, imported by a manager. */
@RestController
@RequestMapping("/api/v1/priority-neighbourhoods")
@Tag(name = "Territoires")
class NeighbourhoodController {

    private final Territories territories;
    private final NeighbourhoodImport neighbourhoods;
    private final Actors actors;
    private final Clock clock;

    NeighbourhoodController(Territories territories, NeighbourhoodImport neighbourhoods, Actors actors, Clock clock) {
        this.territories = territories;
        this.neighbourhoods = neighbourhoods;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Les quartiers prioritaires d’une commune, aujourd’hui ou au jour demandé")
    List<PriorityNeighbourhood> of(
            @RequestParam String commune,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return territories.priorityNeighbourhoods(commune, date == null ? ParisTime.dayOf(clock.instant()) : date);
    }

    @PostMapping(consumes = "text/csv")
    @Operation(
            summary = "Importer des quartiers prioritaires (gestionnaire)",
            description = "CSV en UTF-8, première ligne code,name,type,commune,valid_from,valid_to. Toutes les lignes "
                    + "sont prises, ou aucune : chaque ligne fausse est nommée.")
    Imported read(@RequestBody String csv) {
        if (!actors.required().is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("neighbourhoods.forbidden"));
        }
        return new Imported(neighbourhoods.read(csv));
    }

    record Imported(int imported) {}
}
