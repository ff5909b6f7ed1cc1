package fr.ruche.programme.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Eligibility;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls and the eligibility test, for everybody. */
@RestController
@RequestMapping("/api/v1/programmes")
@Tag(name = "Appels à projets")
class ProgrammeController {

    private final Calls calls;
    private final Eligibility eligibility;
    private final Clock clock;

    ProgrammeController(Calls calls, Eligibility eligibility, Clock clock) {
        this.calls = calls;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Les appels à projets, le plus récent d’abord")
    List<CallView> all() {
        return calls.all().stream().map(this::view).toList();
    }

    @GetMapping("/{call}")
    @Operation(summary = "Un appel à projets : calendrier, fiches techniques, thèmes, pièces, grille, enveloppes")
    CallView one(@PathVariable String call) {
        return view(calls.current(call));
    }

    @PostMapping("/{call}/eligibility")
    @Operation(
            summary = "Ce que les règles de l’appel disent d’un projet",
            description =
                    "Rien n’est enregistré. Un fait null ou absent n’est pas encore connu : les règles qui en ont "
                            + "besoin ne sont pas décidées. Toutes les règles non respectées sont données, dans l’ordre "
                            + "d’évaluation ; la première donne le verdict. Un appel que des personnes seules jugent n’a "
                            + "pas de règles : 404.")
    Assessment eligibility(@PathVariable String call, @RequestBody EligibilityRequest request) {
        return eligibility
                .of(call, calls.current(call).version())
                .orElseThrow(() -> Eligibility.none(call))
                .assess(request.toProject());
    }

    private CallView view(Call call) {
        return new CallView(
                call.code(),
                call.version(),
                call.acceptsFiches(null, clock.instant()),
                call.ficheLimit(null),
                call.dossierLimit(null),
                call.parameters());
    }

    /**
     * @param acceptsFiches whether a fiche can be deposited now, where a territory has no days of its own
     * @param ficheLimit the first instant at which a fiche is late
     */
    record CallView(
            String code,
            int version,
            boolean acceptsFiches,
            Instant ficheLimit,
            Instant dossierLimit,
            @JsonUnwrapped CallParameters parameters) {}
}
