package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.College;
import fr.ruche.jury.Governance;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionPlan;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Hour;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.time.Instant;
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

    /** Empty lines that stay under those that are filled in. */
    private static final int SPARE = 2;

    private static final int MOST = 60;

    private final JurySessions sessions;
    private final Governance governance;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    ConvenePage(JurySessions sessions, Governance governance, Calls calls, Actors actors, Names names, Texts texts) {
        this.sessions = sessions;
        this.governance = governance;
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
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        var typed = Typed.empty();
        typed.put("follow", "true");
        Form.ready(model, typed);
        var shown = model.getAttribute("typed") instanceof Typed known ? known : typed;
        model.addAttribute(
                "seats", Math.min(MOST, Math.max(SEATS, members(shown).size() + SPARE)));
        return "desk/convene";
    }

    /** Fills in the members as the registry has them on the day of the session; all may still be changed. */
    @PostMapping("/composition")
    Object compose(Form form, Model model) {
        return form.show(
                typed -> {
                    var jury = typed.required("jury", texts.of("session.compose.jury"));
                    typed.required("day", texts.of("session.compose.day"));
                    var day = typed.day("day");
                    typed.ifWrong();
                    if (jury != null && day != null) {
                        write(governance.members(jury, day, actors.required()), typed);
                    }
                    model.addAttribute("done", "session.composed");
                    return form.again(() -> ask(model));
                },
                () -> ask(model));
    }

    private static void write(List<JuryMember> members, Typed typed) {
        typed.set("president", List.of());
        for (int seat = 0; seat < MOST; seat++) {
            var line = "member" + seat;
            var member = seat < members.size() ? members.get(seat) : null;
            typed.set(line + ".name", member == null ? List.of() : List.of(member.name()));
            typed.set(line + ".college", member == null ? List.of() : List.of(String.valueOf(member.college())));
            typed.set(
                    line + ".username",
                    member == null || member.username() == null ? List.of() : List.of(member.username()));
            typed.set(line + ".substitute", member != null && member.substitute() ? List.of("true") : List.of());
            if (member != null && member.president()) {
                typed.put("president", seat);
            }
        }
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
        return day == null ? null : Hour.read(typed, "time", day, texts);
    }

    private static List<JuryMember> members(Typed typed) {
        var members = new ArrayList<JuryMember>();
        for (int seat = 0; seat < MOST; seat++) {
            var name = typed.text("member" + seat + ".name");
            var college = typed.choice("member" + seat + ".college", College.class);
            if (name != null) {
                members.add(new JuryMember(
                        name,
                        college == null ? College.REGION : college,
                        Integer.toString(seat).equals(typed.value("president")),
                        typed.text("member" + seat + ".username"),
                        typed.ticked("member" + seat + ".substitute")));
            }
        }
        return members;
    }
}
