package fr.ruche.dossier.web;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passes fiches on to the right authority. */
@RestController
@Tag(name = "Dossiers")
class ForwardingController {

    private final Dossiers dossiers;
    private final Actors actors;

    ForwardingController(Dossiers dossiers, Actors actors) {
        this.dossiers = dossiers;
        this.actors = actors;
    }

    @PostMapping("/api/v1/dossiers/{number}/forwarding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Transmettre une fiche à l’autorité compétente",
            description = "Pour un gestionnaire, ou l’intercommunalité qui tient la fiche, tant que sa conformité est à"
                    + " vérifier. `to` est le SIREN d’une intercommunalité, ou `REGION`. Le porteur en est averti ; la"
                    + " date de réception ne change pas.")
    void forward(@PathVariable DossierNumber number, @RequestBody Forwarding asked) {
        dossiers.forward(
                number,
                Objects.requireNonNullElse(asked.to(), ""),
                Objects.requireNonNullElse(asked.motive(), ""),
                actors.required());
    }

    record Forwarding(@Nullable String to, @Nullable String motive) {}
}
