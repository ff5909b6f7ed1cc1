package fr.ruche.cockpit.web;

import fr.ruche.cockpit.ClocksView;
import fr.ruche.cockpit.Cockpit;
import fr.ruche.cockpit.DueView;
import fr.ruche.cockpit.Equity;
import fr.ruche.cockpit.EquityView;
import fr.ruche.cockpit.FormerView;
import fr.ruche.cockpit.FunnelView;
import fr.ruche.cockpit.IncidentView;
import fr.ruche.cockpit.Repairs;
import fr.ruche.cockpit.SilentView;
import fr.ruche.cockpit.StepsView;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFigures.By;
import fr.ruche.dossier.DossierFilter;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.Listing;
import fr.ruche.programme.Calls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the cockpit, for managers. */
@RestController
@RequestMapping("/api/v1/cockpit")
@Tag(name = "Pilotage")
class CockpitController {

    private static final String FILTERS =
            " Les filtres sont ceux de `GET /api/v1/dossiers` : chaque nombre est la longueur"
                    + " de la liste. Réservé aux gestionnaires.";

    private final Cockpit cockpit;
    private final Equity equity;
    private final Repairs repairs;
    private final ListAddresses addresses;
    private final Calls calls;
    private final Actors actors;

    CockpitController(
            Cockpit cockpit, Equity equity, Repairs repairs, ListAddresses addresses, Calls calls, Actors actors) {
        this.cockpit = cockpit;
        this.equity = equity;
        this.repairs = repairs;
        this.addresses = addresses;
        this.calls = calls;
        this.actors = actors;
    }

    @GetMapping("/funnel")
    @Operation(
            summary = "Entonnoir d’un appel",
            description = "Combien de dossiers sont allés au moins jusqu’à chaque jalon, avec les montants demandés et"
                    + " accordés en euros, en tout et par partie (`by`)." + FILTERS)
    FunnelView funnel(
            @RequestParam(defaultValue = "TERRITORY") @Parameter(description = "Par quoi découper") By by,
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return cockpit.funnel(filter(filters), by, actors.required());
    }

    @GetMapping("/former")
    @Operation(
            summary = "Appel précédent",
            description = "L’entonnoir de l’appel précédent du même programme, avec les mêmes filtres : au soir du même"
                    + " jour de son calendrier (`then`, compté depuis l’ouverture ; nul avec un filtre qui va par l’état"
                    + " d’aujourd’hui) et aujourd’hui (`now`). `call` est obligatoire ; 404 pour le premier appel d’un"
                    + " programme." + FILTERS)
    FormerView former(
            @RequestParam String call, @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return cockpit.compared(calls.current(call), filter(filters), actors.required())
                .orElseThrow(() -> new NotFound(Sentences.of("cockpit.noFormer")));
    }

    @GetMapping("/steps")
    @Operation(
            summary = "Étapes du parcours",
            description =
                    "Pour chaque étape du diagramme : dossiers en attente, en retard, durée médiane et au 90e centile"
                            + " des passages terminés (ISO 8601). `passed` dit pour chaque autre élément combien de fois"
                            + " les dossiers y sont passés (`times`), vers quoi (`next`), et combien sont sortis à chaque"
                            + " fin (`ends`)." + FILTERS)
    StepsView steps(@RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return cockpit.steps(filter(filters), actors.required());
    }

    @GetMapping("/clocks")
    @Operation(
            summary = "Temps passé chez chacun",
            description =
                    "Combien de temps chaque dossier a passé, au total, chez le porteur, l’intercommunalité, la Région"
                            + " et le jury : médiane et 90e centile (ISO 8601), en tout et par partie (`by`)."
                            + FILTERS)
    ClocksView clocks(
            @RequestParam(defaultValue = "TERRITORY") @Parameter(description = "Par quoi découper") By by,
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return cockpit.clocks(filter(filters), by, actors.required());
    }

    @GetMapping("/due")
    @Operation(
            summary = "Échéances à risque",
            description = "Ce qui est en retard et ce qui le sera dans 3, 7 et 15 jours : par étape pour les dossiers"
                    + " filtrés, par groupe et par agent pour toutes les tâches ouvertes." + FILTERS)
    DueView due(@RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return cockpit.due(filter(filters), actors.required());
    }

    @GetMapping("/equity")
    @Operation(
            summary = "Équité entre les territoires",
            description = "Pour chaque intercommunalité et chaque niveau de difficulté : dossiers déposés, complets,"
                    + " financés, montants demandés et accordés en euros, par habitant aussi, moyenne des notes"
                    + " révélées (sur 100) et de combien de dossiers, communes sans fiche ; pour un niveau, aussi sa"
                    + " part des habitants et des montants, et les médianes de ses intercommunalités. Taux et parts en"
                    + " pourcentage. `call` est obligatoire."
                    + FILTERS)
    EquityView equity(@RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return equity.view(filter(filters), actors.required());
    }

    @GetMapping("/silent")
    @Operation(
            summary = "Territoires sans fiche",
            description =
                    "Les intercommunalités et les communes d’où aucune fiche n’est venue, dans l’appel (`CALL`) ou"
                            + " dans aucun appel (`EVER`), les communes les plus peuplées d’abord. `call` est obligatoire."
                            + FILTERS)
    SilentView silent(
            @RequestParam(defaultValue = "CALL") @Parameter(description = "Dans quels appels") SilentView.Scope scope,
            @RequestParam @Parameter(hidden = true) MultiValueMap<String, String> filters) {
        return equity.silent(filter(filters), scope, actors.required());
    }

    @GetMapping(value = "/calls/{call}/diagrams/{version}", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "Diagramme d’un appel",
            description = "Le BPMN 2.0 d’une version du parcours. Réservé aux gestionnaires.")
    String diagram(@PathVariable String call, @PathVariable int version) {
        return cockpit.diagram(calls.current(call), version, actors.required());
    }

    @GetMapping("/incidents")
    @Operation(
            summary = "Incidents",
            description =
                    "Ce que Ruche n’a pas pu faire d’elle-même, les abandons d’abord, 200 au plus, avec le dossier"
                            + " que cela retient. Réservé aux gestionnaires.")
    List<Failure> incidents() {
        return repairs.incidents(actors.required()).stream().map(Failure::of).toList();
    }

    @PostMapping("/incidents/retry")
    @Operation(
            summary = "Réessayer des incidents",
            description = "Chacun reçoit trois nouveaux essais, et l’historique de son dossier le dit. Ce qui a réussi"
                    + " entre-temps est laissé. Réservé aux gestionnaires.")
    Retried retry(@RequestBody Retry asked) {
        return new Retried(repairs.retry(
                actors.required(),
                Objects.requireNonNullElse(asked.jobs(), List.<@Nullable String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** @param jobs their ids, as the list gives them */
    record Retry(@Nullable List<@Nullable String> jobs) {}

    /** @param retried how many are tried again */
    record Retried(int retried) {}

    /** @param dossier its number; null for what is of a jury session */
    record Failure(
            String job,
            @Nullable String dossier,
            String element,
            String label,
            boolean timer,
            int attemptsLeft,
            @Nullable Instant failedAt,
            @Nullable Instant nextAt,
            String cause) {

        private static Failure of(IncidentView seen) {
            var incident = seen.incident();
            return new Failure(
                    incident.job(),
                    seen.dossier() == null ? null : seen.dossier().number().value(),
                    incident.element(),
                    incident.label(),
                    incident.timer(),
                    incident.attemptsLeft(),
                    incident.failedAt(),
                    incident.nextAt(),
                    incident.cause());
        }
    }

    private DossierFilter filter(MultiValueMap<String, String> filters) {
        return addresses.read(filters, Listing.USUAL).filter();
    }
}
