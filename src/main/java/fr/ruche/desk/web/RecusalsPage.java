package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.Conflicts;
import fr.ruche.jury.JurySessions;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The conflicts of interest of a session: a member declares their own, a manager those of everybody. */
@Page
@RequestMapping("/bureau/seances/{id}/deports")
class RecusalsPage {

    private final JurySessions sessions;
    private final Conflicts conflicts;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    RecusalsPage(JurySessions sessions, Conflicts conflicts, Actors actors, Names names, Texts texts) {
        this.sessions = sessions;
        this.conflicts = conflicts;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var manager = me.is(Role.MANAGER);
        model.addAttribute("sitting", session);
        model.addAttribute("jury", names.jury(session.jury()));
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("manager", manager);
        model.addAttribute(
                "mine",
                session.members().stream().anyMatch(member -> me.username().equals(member.username())));
        model.addAttribute(
                "kept",
                session.onAgenda().stream()
                        .filter(item -> !item.recusals().isEmpty())
                        .toList());
        model.addAttribute(
                "members",
                session.members().stream()
                        .map(member -> new Choice(member.name(), member.name()))
                        .toList());
        model.addAttribute(
                "points",
                session.onAgenda().stream()
                        .map(AgendaItem::dossier)
                        .map(number -> new Choice(number.value(), number.value()))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/seances", texts.of("sessions.title")),
                        new Crumb("/bureau/seances/" + id, names.jury(session.jury()))));
        Form.ready(model, Typed.empty());
        return "desk/recusals";
    }

    @PostMapping
    String declare(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "recusal.declared",
                typed -> {
                    conflicts.declare(
                            id,
                            typed.value("member"),
                            typed.value("dossier"),
                            typed.value("motive"),
                            actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    @PostMapping("/levee")
    String lift(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "recusal.lifted",
                typed -> {
                    conflicts.lift(
                            id,
                            typed.value("member"),
                            typed.value("dossier"),
                            typed.value("motive"),
                            actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    private static String page(UUID id) {
        return "/bureau/seances/" + id + "/deports";
    }
}
