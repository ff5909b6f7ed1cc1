package fr.ruche.instruction.web;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.Completeness;
import fr.ruche.instruction.CompletenessCheck;
import fr.ruche.instruction.InstructionOpinion;
import fr.ruche.instruction.Instructions;
import fr.ruche.instruction.Routing;
import fr.ruche.programme.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{number}")
class InstructionController {

    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Instructions instructions;
    private final Routing routing;
    private final Actors actors;

    InstructionController(
            Dossiers dossiers, Completeness completeness, Instructions instructions, Routing routing, Actors actors) {
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.instructions = instructions;
        this.routing = routing;
        this.actors = actors;
    }

    /** The checks and opinions of the Region; the porteur learns of them by letter. */
    @GetMapping("/instruction")
    Instruction instruction(@PathVariable String number) {
        var actor = actors.required();
        var dossier = dossiers.visibleTo(actor, new DossierNumber(number));
        if (dossier.heldBy(actor)) {
            throw new Forbidden(Sentences.of("instruction.forbidden"));
        }
        return new Instruction(completeness.history(dossier.number()), instructions.history(dossier.number()));
    }

    /** A manager sends the dossier to another jury. */
    @PostMapping("/route")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String number, @RequestBody RouteChange change) {
        var actor = actors.required();
        var dossier = dossiers.visibleTo(actor, new DossierNumber(number));
        if (change.route() == null) {
            throw Rejected.because("route", "REQUIRED", Sentences.of("route.required"));
        }
        routing.change(dossier.number(), change.route(), change.motive() == null ? "" : change.motive(), actor);
    }

    record Instruction(List<CompletenessCheck> completeness, List<InstructionOpinion> opinions) {}

    record RouteChange(@Nullable Route route, @Nullable String motive) {}
}
