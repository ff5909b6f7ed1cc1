package fr.ruche.deliberation.web;

import fr.ruche.allocation.AllocationMode;
import fr.ruche.allocation.AllocationPolicy;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.deliberation.Action;
import fr.ruche.deliberation.Change;
import fr.ruche.deliberation.Plan;
import fr.ruche.deliberation.Scenario;
import fr.ruche.deliberation.ScenarioChange;
import fr.ruche.deliberation.Scenarios;
import fr.ruche.identity.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scenarios of a session: everything that the page of the deliberation does. */
@RestController
@RequestMapping("/api/v1/jury/sessions/{id}/scenarios")
@Tag(name = "Jurys")
class ScenarioController {

    private final Scenarios scenarios;
    private final Actors actors;

    ScenarioController(Scenarios scenarios, Actors actors) {
        this.scenarios = scenarios;
        this.actors = actors;
    }

    @GetMapping
    @Operation(
            summary = "Les scénarios d’une séance",
            description = "Pour les membres et les gestionnaires ; 409 tant que les notes ne sont pas révélées.")
    List<Scenario> all(@PathVariable UUID id) {
        return scenarios.of(id, actors.required());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Créer un scénario (gestionnaire, présidence)",
            description = "`from` : le scénario dont les règles et les changements sont repris. Le premier scénario lit"
                    + " les scores, les demandes et les règles, pour tous ceux de la séance.")
    Scenario create(@PathVariable UUID id, @RequestBody Naming naming) {
        return scenarios.create(id, naming.name(), naming.from(), actors.required());
    }

    @GetMapping("/{scenario}")
    @Operation(
            summary = "Un scénario, calculé",
            description =
                    "Les dossiers dans l’ordre où l’enveloppe les sert : `cut` marque le premier que l’enveloppe ne"
                            + " sert plus, `difference` compare au classement seul, `missing` est ce qui manque au plan de"
                            + " financement à ce montant, `broken` les règles qui n’y tiennent pas.")
    Plan one(@PathVariable UUID id, @PathVariable UUID scenario) {
        return scenarios.plan(id, scenario, actors.required());
    }

    @GetMapping("/{scenario}/changes")
    @Operation(summary = "Qui a changé quoi dans un scénario", description = "Le plus récent d’abord.")
    List<ScenarioChange> changes(@PathVariable UUID id, @PathVariable UUID scenario) {
        return scenarios.changes(id, scenario, actors.required());
    }

    @PutMapping("/{scenario}/terms")
    @Operation(
            summary = "Changer les règles du partage (gestionnaire, présidence)",
            description = "Les mêmes que celles de la répartition ; 409 si `version` n’est plus celle du scénario.")
    Plan terms(@PathVariable UUID id, @PathVariable UUID scenario, @RequestBody Terms terms) {
        terms.check();
        return scenarios.terms(
                id,
                scenario,
                Objects.requireNonNull(terms.version()),
                Objects.requireNonNull(terms.mode()),
                Objects.requireNonNull(terms.policy()).read(),
                actors.required());
    }

    @PostMapping("/{scenario}/changes")
    @Operation(
            summary = "Changer le sort d’un dossier (gestionnaire, présidence)",
            description =
                    "`AMOUNT` (`operating`, `investment`), `SPLIT` et `SWAP` (`other`), `POSTPONE`, `REGIONAL`,"
                            + " `REVERT`. Un `motive` est demandé, sauf pour revenir en arrière. Avec `trial`, rien n’est"
                            + " enregistré et `difference` compare à ce qui l’est. 409 si `version` n’est plus celle du scénario.")
    Plan change(@PathVariable UUID id, @PathVariable UUID scenario, @RequestBody Asked asked) {
        var me = actors.required();
        if (Boolean.TRUE.equals(asked.trial())) {
            return scenarios.tried(id, scenario, asked.change(), me);
        }
        var version = asked.version();
        if (version == null) {
            throw Rejected.because("version", "REQUIRED", Sentences.of("allocation.needed", "version"));
        }
        return scenarios.change(id, scenario, version, asked.change(), me);
    }

    @PostMapping("/{scenario}/validation")
    @Operation(
            summary = "Valider un scénario (gestionnaire, présidence)",
            description = "Pour de bon. `seal` est celui du scénario qui a été lu : 409 si quoi que ce soit a changé"
                    + " depuis, enveloppe comprise, ou si un autre scénario est déjà validé.")
    Plan validate(@PathVariable UUID id, @PathVariable UUID scenario, @RequestBody Reading reading) {
        return scenarios.validate(id, scenario, Objects.requireNonNullElse(reading.seal(), ""), actors.required());
    }

    @PostMapping("/facts")
    @Operation(
            summary = "Relire scores, demandes et règles (gestionnaire, présidence)",
            description = "Pour tous les scénarios de la séance ; noté dans l’historique de chacun.")
    List<Scenario> refresh(@PathVariable UUID id) {
        scenarios.refresh(id, actors.required());
        return all(id);
    }

    record Naming(@Nullable String name, @Nullable UUID from) {}

    record Reading(@Nullable String seal) {}

    record Asked(
            @Nullable Integer version,
            @Nullable Boolean trial,
            @Nullable Action action,
            @Nullable String dossier,
            @Nullable String other,
            @Nullable BigDecimal operating,
            @Nullable BigDecimal investment,
            @Nullable String motive) {

        Change change() {
            return new Change(action, dossier, other, operating, investment, motive);
        }
    }

    record Terms(
            @Nullable Integer version,
            @Nullable AllocationMode mode,
            @Nullable Policy policy) {

        /** @throws Rejected naming every field that is missing */
        void check() {
            var faults = new ArrayList<Fault>();
            needed(faults, "version", version);
            needed(faults, "mode", mode);
            needed(faults, "policy", policy);
            if (policy != null) {
                needed(faults, "policy.threshold", policy.threshold());
                needed(faults, "policy.partial", policy.partial());
                needed(faults, "policy.partialMinPercent", policy.partialMinPercent());
                needed(faults, "policy.strict", policy.strict());
                needed(faults, "policy.pooling", policy.pooling());
                needed(faults, "policy.unit", policy.unit());
            }
            Rejected.ifAny(faults);
        }

        private static void needed(List<Fault> faults, String field, @Nullable Object given) {
            if (given == null) {
                faults.add(new Fault(field, "REQUIRED", Sentences.of("allocation.needed", field)));
            }
        }
    }

    record Policy(
            @Nullable BigDecimal threshold,
            @Nullable Boolean partial,
            @Nullable Integer partialMinPercent,
            @Nullable Boolean strict,
            @Nullable Boolean pooling,
            @Nullable BigDecimal unit) {

        /** Nothing is missing. */
        AllocationPolicy read() {
            return new AllocationPolicy(
                    Objects.requireNonNull(threshold),
                    Objects.requireNonNull(partial),
                    Objects.requireNonNull(partialMinPercent),
                    Objects.requireNonNull(strict),
                    Objects.requireNonNull(pooling),
                    Objects.requireNonNull(unit));
        }
    }
}
