package fr.ruche.programme.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.CallVersion;
import fr.ruche.programme.Calls;
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
import org.springframework.web.bind.annotation.RestController;

/** The parameters of a call, for the manager. */
@RestController
@RequestMapping("/api/v1/programmes/{call}/parameters")
@Tag(name = "Appels à projets")
class ParametersController {

    private final Calls calls;
    private final Actors actors;

    ParametersController(Calls calls, Actors actors) {
        this.calls = calls;
        this.actors = actors;
    }

    @GetMapping
    @Operation(summary = "Les paramètres de l’appel et l’histoire de leurs changements (gestionnaire)")
    Parameters read(@PathVariable String call) {
        manager();
        return answer(calls.current(call));
    }

    @PutMapping
    @Operation(
            summary = "Changer les paramètres de l’appel (gestionnaire)",
            description =
                    "« version » est celle qui a été lue : si quelqu’un a changé l’appel depuis, la réponse est 409.")
    Parameters change(@PathVariable String call, @RequestBody Change change) {
        var author = manager();
        var faults = new ArrayList<Fault>();
        require(faults, "version", change.version());
        require(faults, "parameters", change.parameters());
        Rejected.ifAny(faults);
        return answer(calls.change(
                call,
                Objects.requireNonNull(change.version()),
                Objects.requireNonNull(change.parameters()),
                author.username(),
                Objects.requireNonNullElse(change.reason(), "")));
    }

    private Actor manager() {
        var actor = actors.required();
        if (!actor.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("call.parameters.forbidden"));
        }
        return actor;
    }

    private Parameters answer(Call call) {
        return new Parameters(call.code(), call.version(), call.parameters(), calls.history(call.code()));
    }

    private static void require(List<Fault> faults, String field, @Nullable Object value) {
        if (value == null) {
            faults.add(new Fault(field, "REQUIRED", Sentences.of("field.required", field)));
        }
    }

    record Change(
            @Nullable Integer version,
            @Nullable String reason,
            @Nullable CallParameters parameters) {}

    record Parameters(String code, int version, CallParameters parameters, List<CallVersion> history) {}
}
