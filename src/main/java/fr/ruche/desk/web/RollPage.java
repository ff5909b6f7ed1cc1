package fr.ruche.desk.web;

import fr.ruche.common.ParisTime;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.Presence;
import fr.ruche.jury.Quorum;
import fr.ruche.jury.RollCall;
import fr.ruche.jury.RollLine;
import fr.ruche.jury.SessionStatus;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Hour;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who takes part in a session, whether the quorum is met, and the second convocation when it is not. */
@Page
@RequestMapping("/bureau/seances/{id}/presences")
class RollPage {

    private final JurySessions sessions;
    private final RollCall roll;
    private final Actors actors;
    private final Clock clock;
    private final Names names;
    private final Texts texts;

    RollPage(JurySessions sessions, RollCall roll, Actors actors, Clock clock, Names names, Texts texts) {
        this.sessions = sessions;
        this.roll = roll;
        this.actors = actors;
        this.clock = clock;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var session = sessions.visibleTo(me, id);
        var quorum = roll.quorum(session);
        model.addAttribute("sitting", session);
        model.addAttribute("jury", names.jury(session.jury()));
        model.addAttribute("day", ParisTime.dayOf(session.startsAt()));
        model.addAttribute("seats", seats(session));
        model.addAttribute("quorum", quorum);
        model.addAttribute("points", lost(session));
        model.addAttribute("open", session.status().open() && roll.keeps(me, session));
        model.addAttribute(
                "again",
                me.is(Role.MANAGER)
                        && session.status() == SessionStatus.ORDRE_DU_JOUR_ARRETE
                        && session.uncalled().isEmpty()
                        && !quorum.stream().allMatch(Quorum::met));
        model.addAttribute(
                "presences",
                Arrays.stream(Presence.values())
                        .map(one -> new Choice(one.name(), one.label()))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/bureau/seances", texts.of("sessions.title")),
                        new Crumb("/bureau/seances/" + id, names.jury(session.jury()))));
        Form.ready(model, known(session));
        return "desk/roll";
    }

    @PostMapping
    String record(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "roll.saved",
                typed -> {
                    var me = actors.required();
                    var session = sessions.visibleTo(me, id);
                    var lines = new ArrayList<RollLine>();
                    for (var seat : seats(session)) {
                        var presence = typed.choice(seat.field("presence"), Presence.class);
                        if (presence != null) {
                            lines.add(new RollLine(
                                    seat.name(),
                                    presence,
                                    typed.text(seat.field("mandatary")),
                                    today(typed, seat.field("at"))));
                        }
                    }
                    typed.ifWrong();
                    roll.record(id, lines, me);
                    return page(id);
                },
                () -> show(id, model));
    }

    /** Whoever was not called yet is there, in the room. */
    @PostMapping("/tous")
    String all(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "roll.saved",
                typed -> {
                    var me = actors.required();
                    var lines = sessions.visibleTo(me, id).uncalled().stream()
                            .map(name -> new RollLine(name, Presence.SALLE, null, null))
                            .toList();
                    roll.record(id, lines, me);
                    return page(id);
                },
                () -> show(id, model));
    }

    @PostMapping("/nouvelle-convocation")
    String again(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "roll.again",
                typed -> {
                    var day = typed.day("day");
                    var startsAt = day == null ? null : Hour.read(typed, "time", day, texts);
                    typed.ifWrong();
                    roll.reconvene(id, startsAt, typed.text("place"), actors.required());
                    return page(id);
                },
                () -> show(id, model));
    }

    private @Nullable Instant today(Typed typed, String field) {
        LocalDate today = ParisTime.dayOf(clock.instant());
        return Hour.read(typed, field, today, texts);
    }

    private List<AgendaItem> lost(JurySession session) {
        return session.pending().stream()
                .filter(item -> roll.quorum(session, item).stream().anyMatch(Quorum::lostByRecusals))
                .toList();
    }

    private static Typed known(JurySession session) {
        var typed = Typed.empty();
        for (var seat : seats(session)) {
            var now = session.presence(session.members().get(seat.at()));
            if (now != null) {
                typed.put(seat.field("presence"), now.presence().name());
                typed.put(seat.field("mandatary"), now.mandatary());
            }
        }
        typed.put("place", session.place());
        return typed;
    }

    private static List<Seated> seats(JurySession session) {
        var seats = new ArrayList<Seated>();
        for (int at = 0; at < session.members().size(); at++) {
            var member = session.members().get(at);
            seats.add(new Seated(
                    at,
                    member.name(),
                    session.members().stream()
                            .filter(other -> other.college() == member.college() && !other.equals(member))
                            .map(other -> new Choice(other.name(), other.name()))
                            .toList()));
        }
        return seats;
    }

    private static String page(UUID id) {
        return "/bureau/seances/" + id + "/presences";
    }

    /** A member, with the place that its fields are named after. @param others who may hold a mandate of this one */
    record Seated(int at, String name, List<Choice> others) {

        public String field(String part) {
            return "member" + at + "." + part;
        }
    }
}
