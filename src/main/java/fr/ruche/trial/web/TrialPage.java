package fr.ruche.trial.web;

import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import fr.ruche.trial.Outcome;
import fr.ruche.trial.Replay;
import fr.ruche.trial.Replays;
import fr.ruche.trial.Trials;
import fr.ruche.workshop.ProgrammeVersions;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a version does of the dossiers that somebody thought of, and of those of a past call. */
@Page
@RequestMapping("/bureau/atelier/{id}/essais")
class TrialPage {

    private static final String WORKSHOP = "/bureau/atelier";

    private final Trials trials;
    private final Replays replays;
    private final ProgrammeVersions versions;
    private final Calls calls;
    private final Actors actors;
    private final Texts texts;

    TrialPage(Trials trials, Replays replays, ProgrammeVersions versions, Calls calls, Actors actors, Texts texts) {
        this.trials = trials;
        this.replays = replays;
        this.versions = versions;
        this.calls = calls;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID rejeu,
            @RequestParam(required = false) @Nullable Outcome issue,
            @RequestParam(defaultValue = "0") int apres,
            Model model) {
        var me = actors.required();
        var version = versions.get(id, me);
        model.addAttribute("version", version);
        model.addAttribute(
                "scenarios",
                version.files().stream()
                        .filter(file -> file.name().endsWith(".scenario.yaml"))
                        .toList());
        model.addAttribute("begins", me.is(Role.MODELLER) || me.is(Role.MANAGER));
        model.addAttribute(
                "calls",
                calls.all().stream()
                        .map(call -> new Choice(call.code(), call.code()))
                        .toList());
        model.addAttribute("people", people());
        replay(id, rejeu, issue, apres, me, model);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(WORKSHOP, texts.of("workshop.title")),
                        new Crumb(WORKSHOP + "/" + id, texts.of("compare.version", version.number()))));
        Form.ready(model, Typed.empty());
        return "workshop/trial";
    }

    /** The one that is asked for, else the latest. */
    private void replay(UUID id, @Nullable UUID asked, @Nullable Outcome issue, int after, Actor me, Model model) {
        var all = replays.of(id, me);
        var shown = all.stream()
                .filter(one -> asked == null || one.id().equals(asked))
                .findFirst()
                .orElse(null);
        model.addAttribute("replays", all);
        model.addAttribute("replay", shown);
        if (shown != null) {
            var outcome = issue == null ? first(shown) : issue;
            model.addAttribute("issue", issue);
            model.addAttribute("outcome", outcome);
            model.addAttribute("outcomes", Outcome.values());
            model.addAttribute("after", after);
            model.addAttribute("lines", replays.lines(shown.id(), outcome, after, me));
            model.addAttribute("sees", me.is(Role.MANAGER));
        }
    }

    /** What one wants to know first. */
    private static Outcome first(Replay replay) {
        return replay.count(Outcome.OTHERWISE) > 0 || replay.count(Outcome.UNKNOWN) == 0
                ? Outcome.OTHERWISE
                : Outcome.UNKNOWN;
    }

    /** Nothing is kept: the page that answers shows what came out. */
    @PostMapping("/scenarios")
    Object play(@PathVariable UUID id, Form form, Model model) {
        return form.show(
                typed -> {
                    model.addAttribute("results", trials.run(id, actors.required()));
                    return form.again(() -> show(id, null, null, 0, model));
                },
                () -> show(id, null, null, 0, model));
    }

    @PostMapping("/rejeux")
    String start(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "replay.begun",
                typed -> {
                    var replay = replays.start(
                            id, typed.value("call"), Replays.defaults(typed.text("defaults")), actors.required());
                    return here(id, replay);
                },
                () -> show(id, null, null, 0, model));
    }

    @PostMapping("/rejeux/{replay}/arret")
    String stop(@PathVariable UUID id, @PathVariable UUID replay, Form form, Model model) {
        return turn(id, replay, form, model, "replay.stopped", replays::stop);
    }

    @PostMapping("/rejeux/{replay}/suite")
    String goOn(@PathVariable UUID id, @PathVariable UUID replay, Form form, Model model) {
        return turn(id, replay, form, model, "replay.goesOn", replays::goOn);
    }

    private String turn(UUID id, UUID replay, Form form, Model model, String done, BiConsumer<UUID, Actor> change) {
        return form.answer(
                done,
                typed -> {
                    change.accept(replay, actors.required());
                    return here(id, replay);
                },
                () -> show(id, replay, null, 0, model));
    }

    private static String here(UUID id, UUID replay) {
        return WORKSHOP + "/" + id + "/essais?rejeu=" + replay + "#rejeu";
    }

    private UnaryOperator<String> people() {
        return username -> actors.find(username).map(Actor::displayName).orElse(username);
    }
}
