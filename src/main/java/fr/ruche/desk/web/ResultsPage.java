package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.MarkingPhase;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Results;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What comes of the marks of a session, and what the jury retains beside it. */
@Page
@RequestMapping("/bureau/seances/{id}/resultats")
class ResultsPage {

    private final JurySessions sessions;
    private final Results results;
    private final Markings markings;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    ResultsPage(
            JurySessions sessions,
            Results results,
            Markings markings,
            Calls calls,
            Actors actors,
            Names names,
            Texts texts) {
        this.sessions = sessions;
        this.results = results;
        this.markings = markings;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String table(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var table = results.of(id, me);
        var deliberated = markings.state(id, me)
                .filter(state -> state.phase() == MarkingPhase.DELIBERATED)
                .isPresent();
        model.addAttribute("sitting", session);
        model.addAttribute("results", table);
        model.addAttribute("rules", calls.current(session.call()).parameters().marking());
        model.addAttribute("deliberated", deliberated);
        model.addAttribute("steers", !deliberated && markings.steers(id, me));
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("names", names);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/seances", texts.of("sessions.title")),
                        new Crumb("/bureau/seances/" + id, names.jury(session.jury())),
                        new Crumb("/bureau/seances/" + id + "/notes", texts.of("marks.title"))));
        Form.ready(model, Typed.empty());
        return "desk/results";
    }

    @PostMapping
    String retain(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "results.retained",
                typed -> {
                    var score = typed.euros("score");
                    typed.ifWrong();
                    var number = new DossierNumber(typed.value("dossier"));
                    results.retain(id, number, score, typed.text("reason"), actors.required());
                    return page(id);
                },
                () -> table(id, model));
    }

    @PostMapping("/cloture")
    String close(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "results.closed",
                typed -> {
                    results.deliberate(id, actors.required());
                    return page(id);
                },
                () -> table(id, model));
    }

    private static String page(UUID id) {
        return "/bureau/seances/" + id + "/resultats";
    }
}
