package fr.ruche.desk.web;

import fr.ruche.identity.Absence;
import fr.ruche.identity.AbsenceNotice;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.identity.TaskKind;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an officer says when he is away and who stands in; a manager says it for anybody. */
@Page
@RequestMapping(AbsencesPage.PATH)
class AbsencesPage {

    static final String PATH = "/bureau/absences";

    private final Absences absences;
    private final Actors actors;
    private final Texts texts;

    AbsencesPage(Absences absences, Actors actors, Texts texts) {
        this.absences = absences;
        this.actors = actors;
        this.texts = texts;
    }

    /** @param absent whose absence one is about to declare, as a link names them */
    @GetMapping
    String show(@RequestParam(required = false) @Nullable String absent, Model model) {
        var me = actors.required();
        var names = absences.kinds().stream().collect(Collectors.toMap(TaskKind::step, TaskKind::label, (a, b) -> a));
        var kinds = absences.kinds(me);
        var officers = absences.officers(me);
        model.addAttribute("me", me);
        model.addAttribute("manager", me.is(Role.MANAGER));
        model.addAttribute(
                "absences",
                absences.of(me).stream()
                        .map(one -> new Line(one, labels(one, names), absences.mayEnd(me, one)))
                        .toList());
        model.addAttribute(
                "kinds",
                kinds.stream()
                        .map(kind -> new Choice(kind.step(), kind.label()))
                        .toList());
        model.addAttribute("people", choices(officers, anybody -> true));
        model.addAttribute(
                "substitutes",
                choices(officers, one -> me.is(Role.MANAGER) || !one.username().equals(me.username())));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau", texts.of("menu.desk"))));
        Form.ready(model, Typed.empty().put("absent", absent == null || absent.isBlank() ? me.username() : absent));
        return "desk/absences";
    }

    @PostMapping
    String declare(Form form, Model model) {
        return form.answer(
                "absence.declared",
                typed -> {
                    var notice = new AbsenceNotice(
                            typed.value("absent"),
                            typed.value("substitute"),
                            typed.day("firstDay"),
                            typed.day("lastDay"),
                            Set.copyOf(typed.chosen("steps")));
                    typed.ifWrong();
                    absences.declare(actors.required(), notice);
                    return PATH;
                },
                () -> show(null, model));
    }

    @PostMapping("/{id}/fin")
    String end(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "absence.ended",
                typed -> {
                    absences.end(actors.required(), id);
                    return PATH;
                },
                () -> show(null, model));
    }

    /** The kinds of task in words; empty for all of them. */
    private static String labels(Absence absence, Map<String, String> names) {
        return absence.steps().stream()
                .map(step -> names.getOrDefault(step, step))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<Choice> choices(List<Actor> officers, Predicate<Actor> offered) {
        return officers.stream()
                .filter(offered)
                .map(one -> new Choice(one.username(), one.displayName() + " (" + one.username() + ")"))
                .toList();
    }

    /** A line of the list. @param steps the kinds of task in words, empty for all of them */
    record Line(Absence absence, String steps, boolean mayEnd) {}
}
