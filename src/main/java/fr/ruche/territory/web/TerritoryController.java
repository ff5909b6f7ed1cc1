package fr.ruche.territory.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Sector;
import fr.ruche.territory.Territories;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Communes for everybody; the settings of the intercommunalities for the manager. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Territoires")
class TerritoryController {

    private final Territories territories;
    private final Actors actors;

    TerritoryController(Territories territories, Actors actors) {
        this.territories = territories;
        this.actors = actors;
    }

    @GetMapping("/communes")
    @Operation(summary = "Chercher une commune par son nom (sans accents), un code postal ou son code : 20 au plus")
    List<Commune> search(@RequestParam String q) {
        return territories.search(q);
    }

    @GetMapping("/communes/{code}")
    @Operation(summary = "La commune qui a ce code, ou qui a absorbé celle qui l’avait")
    Commune commune(@PathVariable String code) {
        return territories.commune(code).orElseThrow(() -> new NotFound(Sentences.of("commune.unknown", code)));
    }

    @GetMapping("/epci")
    @Operation(summary = "Les intercommunalités, leur secteur, leur jury et leur difficulté")
    List<Epci> allEpci() {
        return territories.allEpci();
    }

    @GetMapping("/epci/{siren}")
    @Operation(summary = "Une intercommunalité, y compris une de 2015 qui n’existe plus")
    Epci epci(@PathVariable String siren) {
        return territories.epci(siren).orElseThrow(() -> new NotFound(Sentences.of("epci.unknown", siren)));
    }

    @GetMapping("/sectors")
    @Operation(summary = "Les secteurs d’instruction")
    List<Sector> sectors() {
        return territories.sectors();
    }

    @PutMapping("/epci/{siren}")
    @Operation(
            summary = "Changer le secteur, le jury et la difficulté d’une intercommunalité (gestionnaire)",
            description = "« version » est celle qui a été lue : si quelqu’un a changé depuis, la réponse est 409."
                    + " « difficulty » : de 0 à 100 points, null tant qu’elle n’est pas fixée.")
    Epci change(@PathVariable String siren, @RequestBody EpciSettings settings) {
        if (!actors.required().is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("epci.forbidden"));
        }
        settings.mustBeComplete();
        return territories.change(
                siren,
                Objects.requireNonNull(settings.version()),
                Objects.requireNonNull(settings.sector()),
                Objects.requireNonNull(settings.territorialJury()),
                settings.difficulty());
    }

    /** @param difficulty null for none */
    record EpciSettings(
            @Nullable Integer version,
            @Nullable String sector,
            @Nullable Boolean territorialJury,
            @Nullable Integer difficulty) {

        void mustBeComplete() {
            var faults = new ArrayList<Fault>();
            require(faults, "version", version);
            require(faults, "sector", sector);
            require(faults, "territorialJury", territorialJury);
            Rejected.ifAny(faults);
        }

        private static void require(List<Fault> faults, String field, @Nullable Object value) {
            if (value == null) {
                faults.add(new Fault(field, "REQUIRED", Sentences.of("field.required", field)));
            }
        }
    }
}
