package fr.ruche.desk.web;

import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.jury.College;
import fr.ruche.jury.Governance;
import fr.ruche.jury.Seat;
import fr.ruche.jury.SeatPlan;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registry of who sits in which jury. */
@Page
@RequestMapping(GovernancePage.PATH)
class GovernancePage {

    static final String PATH = "/bureau/gouvernance";

    private final Governance governance;
    private final Calls calls;
    private final Actors actors;
    private final Names names;
    private final Texts texts;
    private final Clock clock;

    GovernancePage(Governance governance, Calls calls, Actors actors, Names names, Texts texts, Clock clock) {
        this.governance = governance;
        this.calls = calls;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "regional") String jury, Model model) {
        var seats = governance.seats(jury, null, actors.required());
        var today = ParisTime.dayOf(clock.instant());
        var running = seats.stream().filter(seat -> !seat.over(today)).toList();
        model.addAttribute("jury", jury);
        model.addAttribute("running", running);
        model.addAttribute(
                "past", seats.stream().filter(seat -> seat.over(today)).toList());
        model.addAttribute(
                "endable",
                running.stream()
                        .filter(seat -> seat.endedAt() == null)
                        .map(this::choice)
                        .toList());
        model.addAttribute(
                "juries",
                calls.all().stream()
                        .flatMap(call -> names.juries(call).stream())
                        .distinct()
                        .toList());
        model.addAttribute("names", names);
        model.addAttribute(
                "colleges",
                Arrays.stream(College.values())
                        .map(one -> new Choice(one.name(), one.label()))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, Typed.empty());
        return "desk/governance";
    }

    private Choice choice(Seat seat) {
        return new Choice(
                seat.id().toString(), seat.name() + " (" + seat.college().label() + ")");
    }

    @PostMapping
    String enter(@RequestParam String jury, Form form, Model model) {
        return form.answer(
                "governance.entered",
                typed -> {
                    var plan = new SeatPlan(
                            jury,
                            typed.choice("college", College.class),
                            typed.text("name"),
                            typed.text("username"),
                            typed.ticked("president"),
                            typed.ticked("substitute"),
                            typed.day("since"),
                            typed.day("until"));
                    typed.ifWrong();
                    governance.enter(plan, actors.required());
                    return page(jury);
                },
                () -> show(jury, model));
    }

    @PostMapping("/fin")
    String end(@RequestParam String jury, Form form, Model model) {
        return form.answer(
                "governance.ended",
                typed -> {
                    var seat = typed.required("seat", texts.of("governance.seat.required"));
                    var lastDay = typed.day("lastDay");
                    typed.ifWrong();
                    governance.end(id(String.valueOf(seat)), lastDay, typed.text("motive"), actors.required());
                    return page(jury);
                },
                () -> show(jury, model));
    }

    private static UUID id(String seat) {
        try {
            return UUID.fromString(seat);
        } catch (IllegalArgumentException noId) {
            throw new NotFound(Sentences.of("governance.unknown"));
        }
    }

    private static String page(String jury) {
        return PATH + "?jury=" + jury;
    }
}
