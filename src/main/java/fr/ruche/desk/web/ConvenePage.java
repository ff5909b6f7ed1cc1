package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actors;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.College;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionPlan;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A manager convenes a session of a jury. */
@Page
@RequestMapping("/bureau/gestion/seances/nouvelle")
class ConvenePage {

    private static final int SEATS = 8;

    private final JurySessions sessions;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    ConvenePage(JurySessions sessions, Calls calls, Actors actors, Names names, Texts texts) {
        this.sessions = sessions;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute(
                "calls",
                calls.all().stream()
                        .map(c -> new Choice(
                                c.code(), c.code() + " – " + c.parameters().title()))
                        .toList());
        model.addAttribute(
                "juries",
                calls.all().stream()
                        .flatMap(c -> names.juries(c).stream())
                        .distinct()
                        .toList());
        model.addAttribute(
                "colleges",
                Arrays.stream(College.values())
                        .map(c -> new Choice(c.name(), c.label()))
                        .toList());
        model.addAttribute("seats", SEATS);
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        var typed = Typed.empty();
        typed.put("follow", "true");
        Form.ready(model, typed);
        return "desk/convene";
    }

    @PostMapping
    String convene(Form form, Model model) {
        return form.answer(
                "session.convened",
                typed -> {
                    var plan = new SessionPlan(
                            typed.text("call"),
                            typed.text("jury"),
                            startsAt(typed),
                            typed.text("place"),
                            members(typed),
                            typed.ticked("follow") ? AgendaQuery.ALL : null);
                    typed.ifWrong();
                    return "/bureau/seances/"
                            + sessions.convene(plan, actors.required()).id();
                },
                () -> ask(model));
    }

    private @Nullable Instant startsAt(Typed typed) {
        var day = typed.day("day");
        var time = typed.text("time");
        if (day == null || time == null) {
            return null;
        }
        try {
            return day.atTime(
                            LocalTime.parse(time.replaceAll("\\s*[hH]\\s*", ":").replaceAll("^(\\d):", "0$1:")))
                    .atZone(ParisTime.ZONE)
                    .toInstant();
        } catch (DateTimeParseException notATime) {
            return typed.wrong("time", "TIME", texts.of("session.time.wrong", time));
        }
    }

    private static List<JuryMember> members(Typed typed) {
        var members = new ArrayList<JuryMember>();
        for (int seat = 0; seat < SEATS; seat++) {
            var name = typed.text("member" + seat + ".name");
            var college = typed.choice("member" + seat + ".college", College.class);
            if (name != null) {
                members.add(new JuryMember(
                        name,
                        college == null ? College.REGION : college,
                        Integer.toString(seat).equals(typed.value("president")),
                        typed.text("member" + seat + ".username")));
            }
        }
        return members;
    }
}
