package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.identity.Actors;
import fr.ruche.jury.College;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionPlan;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
                        .flatMap(c -> c.parameters().envelopes().stream())
                        .map(e -> e.jury())
                        .distinct()
                        .map(jury -> new Choice(jury, names.jury(jury)))
                        .toList());
        model.addAttribute(
                "colleges",
                Arrays.stream(College.values())
                        .map(c -> new Choice(c.name(), c.label()))
                        .toList());
        model.addAttribute("seats", SEATS);
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Refusal.none(Typed.empty(), model);
        return "desk/convene";
    }

    @PostMapping
    String convene(
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        try {
            var plan = new SessionPlan(
                    typed.text("call"), typed.text("jury"), startsAt(typed), typed.text("place"), members(typed));
            typed.ifWrong();
            var session = sessions.convene(plan, actors.required());
            after.addFlashAttribute("done", "session.convened");
            return "redirect:/bureau/seances/" + session.id();
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return ask(model);
        }
    }

    private static @Nullable Instant startsAt(Typed typed) {
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
            typed.wrong("time", "TIME", "« " + time + " » n’est pas une heure. Écrivez par exemple 14:30.");
            return null;
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
