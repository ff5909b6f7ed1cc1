package fr.ruche.batch.web;

import fr.ruche.batch.BatchAction;
import fr.ruche.batch.BatchLine;
import fr.ruche.batch.BatchPlan;
import fr.ruche.batch.Batches;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.listing.ListAddresses;
import fr.ruche.listing.ListWords;
import fr.ruche.listing.Listing;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.ModelVersions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same thing done to all dossiers of a list: asked for, tried, watched, stopped and continued. */
@Page
@RequestMapping(BatchesPage.PATH)
class BatchesPage {

    static final String PATH = "/bureau/pilotage/lots";

    private static final String COCKPIT = "/bureau/pilotage";

    private final Batches batches;
    private final ListAddresses addresses;
    private final ListWords words;
    private final Calls calls;
    private final ModelVersions models;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    BatchesPage(
            Batches batches,
            ListAddresses addresses,
            ListWords words,
            Calls calls,
            ModelVersions models,
            Actors actors,
            Texts texts,
            Clock clock) {
        this.batches = batches;
        this.addresses = addresses;
        this.words = words;
        this.calls = calls;
        this.models = models;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("batches", batches.recent(actors.required()));
        model.addAttribute("people", people());
        model.addAttribute("now", clock.instant());
        model.addAttribute("crumbs", List.of(new Crumb(COCKPIT, texts.of("cockpit.title"))));
        Form.ready(model, Typed.empty());
        return "batch/all";
    }

    /**
     * The list is the address, as everywhere.
     *
     * @param parameters besides the list, {@code action} and {@code to}, the version, may be chosen already
     */
    @GetMapping("/nouveau")
    String ask(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        Form.ready(
                model,
                Typed.empty().put("action", parameters.getFirst("action")).put("version", parameters.getFirst("to")));
        return ask(addresses.read(parameters, Listing.USUAL), model);
    }

    private String ask(Listing listing, Model model) {
        var me = actors.required();
        model.addAttribute("query", listing.query());
        model.addAttribute("filters", words.reader().filters(listing.query()));
        model.addAttribute("actions", texts.choices("batch.action", BatchAction.values()));
        model.addAttribute(
                "steps",
                batches.returnPoints(listing, me).stream()
                        .map(point -> new Choice(point.step(), point.label()))
                        .toList());
        model.addAttribute("versions", versions(listing));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(COCKPIT, texts.of("cockpit.title")),
                        new Crumb("/bureau/dossiers?" + listing.query(), texts.of("menu.dossiers"))));
        Form.ready(model, Typed.empty());
        return "batch/new";
    }

    /** Of the diagram of the calls in the list, the latest first. */
    private List<Choice> versions(Listing listing) {
        var call = listing.filter().call();
        return (call == null ? calls.all() : List.of(calls.current(call)))
                .stream()
                        .map(one -> one.parameters().process())
                        .distinct()
                        .flatMap(process -> models.ofProcess(process).stream())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(version -> new Choice(String.valueOf(version), String.valueOf(version)))
                        .toList();
    }

    /** What would become of the first dossiers; nothing is done. */
    @PostMapping(params = "go=try")
    Object rehearse(Form form, Model model) {
        return form.show(
                typed -> {
                    var listing = listing(typed);
                    var rehearsal = batches.rehearse(listing, plan(typed), actors.required());
                    model.addAttribute("rehearsal", rehearsal);
                    return form.again(() -> ask(listing, model));
                },
                () -> ask(listing(form.typed()), model));
    }

    @PostMapping(params = "go=start")
    String start(Form form, Model model) {
        return form.answer(
                "batch.started",
                typed -> {
                    var expected = typed.whole("expected");
                    var id = batches.start(listing(typed), plan(typed), expected, actors.required());
                    return PATH + "/" + id;
                },
                () -> ask(listing(form.typed()), model));
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) BatchLine.@Nullable State etat,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var me = actors.required();
        var batch = batches.get(id, me);
        var state = etat == null && batch.refused() > 0 ? BatchLine.State.REFUSE : etat;
        model.addAttribute("batch", batch);
        model.addAttribute("state", state);
        model.addAttribute("found", batches.page(id, state, page, me));
        model.addAttribute("people", people());
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(COCKPIT, texts.of("cockpit.title")), new Crumb(PATH, texts.of("batch.title"))));
        Form.ready(model, Typed.empty());
        return "batch/one";
    }

    @PostMapping("/{id}/arret")
    String stop(@PathVariable UUID id, Form form, Model model) {
        return turn(id, form, model, "batch.stopped", me -> batches.stop(id, me));
    }

    @PostMapping("/{id}/suite")
    String goOn(@PathVariable UUID id, Form form, Model model) {
        return turn(id, form, model, "batch.goesOn", me -> batches.goOn(id, me));
    }

    private String turn(UUID id, Form form, Model model, String done, Consumer<Actor> change) {
        return form.answer(
                done,
                typed -> {
                    change.accept(actors.required());
                    return PATH + "/" + id;
                },
                () -> show(id, null, 0, model));
    }

    private UnaryOperator<String> people() {
        return username -> actors.find(username).map(Actor::displayName).orElse(username);
    }

    private Listing listing(Typed typed) {
        return addresses.read(typed.value("query"));
    }

    private static BatchPlan plan(Typed typed) {
        var until = typed.day("until");
        var action = typed.choice("action", BatchAction.class);
        var version = typed.whole("version");
        typed.ifWrong();
        return new BatchPlan(action, typed.text("step"), until, version, typed.text("motive"));
    }
}
