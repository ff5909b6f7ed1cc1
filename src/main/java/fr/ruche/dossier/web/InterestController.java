package fr.ruche.dossier.web;

import fr.ruche.dossier.Interest;
import fr.ruche.dossier.Interests;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people are in organisations that may hold dossiers. */
@RestController
@RequestMapping("/api/v1/interests")
@Tag(name = "Intérêts déclarés")
class InterestController {

    private final Interests interests;
    private final Actors actors;

    InterestController(Interests interests, Actors actors) {
        this.interests = interests;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Intérêts déclarés", description = "Les siens ; pour un gestionnaire, ceux de tous.")
    List<Interest> list() {
        return interests.of(actors.required());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Déclarer un mandat ou un rôle dans un organisme",
            description = "Le sien ; pour un gestionnaire, celui de n’importe quel agent ou juré (`person`)."
                    + " `organisation` est un SIREN, un SIRET, un RNA ou le code d’une commune. Les dossiers que cet"
                    + " organisme porte, présents et à venir, ne sont plus visibles de cette personne.")
    List<Interest> declare(@RequestBody Declaration declared) {
        var actor = actors.required();
        interests.declare(text(declared.person()), text(declared.organisation()), text(declared.capacity()), actor);
        return interests.of(actor);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mettre fin à un intérêt déclaré", description = "Réservé aux gestionnaires.")
    void end(@PathVariable UUID id) {
        interests.end(id, actors.required());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    record Declaration(
            @Nullable String person,
            @Nullable String organisation,
            @Nullable String capacity) {}
}
