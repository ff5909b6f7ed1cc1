package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a session, from when to when, and whether the jury may deliberate ({@code domain.md} 5.1). What is
 * recorded is never changed: somebody who leaves is recorded as absent from then on.
 */
@Service
@Transactional
public class RollCall {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern(Sentences.of("session.moment"), Locale.FRANCE);

    private static final int LONGEST = 300;

    private final JurySessions sessions;
    private final SessionTable table;
    private final RollTable roll;
    private final Calls calls;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RollCall(
            JurySessions sessions,
            SessionTable table,
            RollTable roll,
            Calls calls,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.table = table;
        this.roll = roll;
        this.calls = calls;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this person may record who is there: managers, the jury of the session, its president. */
    public boolean keeps(Actor actor, JurySession session) {
        return actor.is(Role.MANAGER)
                || actor.is(Role.JURY_MEMBER, session.jury())
                || session.presidedBy(actor.username());
    }

    /**
     * Records how these members take part; what is recorded already is not repeated.
     *
     * @throws Rejected whose fields are {@code member<seat>.presence}, {@code .mandatary} and {@code .at}, the seat
     *     being the place of the member in the session, from 0; {@code member} for somebody who does not sit
     * @throws Forbidden when this person does not keep the roll
     * @throws Conflict when the session is over
     */
    public void record(UUID id, List<RollLine> lines, Actor by) {
        var session = open(id, by);
        var rules = rules(session);
        var faults = new ArrayList<Fault>();
        var fresh = lines.stream()
                .map(line -> checked(session, line, by, faults))
                .flatMap(Optional::stream)
                .filter(line -> news(session, line))
                .toList();
        Rejected.ifAny(faults);
        var next = new ArrayList<>(session.roll());
        next.addAll(fresh);
        checkMandates(session.withRoll(next), fresh, rules, faults);
        Rejected.ifAny(faults);
        var now = clock.instant();
        fresh.forEach(line -> roll.save(new RollEntry(id, line, now)));
    }

    /** The quorum of each college for the session at large, as the roll stands. */
    @Transactional(readOnly = true)
    public List<Quorum> quorum(JurySession session) {
        return Quorum.of(session, null, rules(session));
    }

    /** The quorum of each college for this item, as the roll stands. */
    @Transactional(readOnly = true)
    public List<Quorum> quorum(JurySession session, AgendaItem item) {
        return Quorum.of(session, item, rules(session));
    }

    /**
     * Convokes the jury again with the same agenda, because too few came (CRPA R.133-10).
     *
     * @throws Rejected naming the day or the place
     * @throws Forbidden when not a manager
     * @throws Conflict unless the agenda is settled, the roll was called and the quorum is not met
     */
    public void reconvene(UUID id, @Nullable Instant startsAt, @Nullable String place, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("jury.session.forbidden"));
        }
        var session = open(id, by);
        if (session.status() != SessionStatus.ORDRE_DU_JOUR_ARRETE) {
            throw new Conflict(Sentences.of("roll.again.unsettled"));
        }
        if (!session.uncalled().isEmpty()) {
            throw new Conflict(Sentences.of("roll.uncalled", String.join(", ", session.uncalled())));
        }
        var quorum = quorum(session);
        if (quorum.stream().allMatch(Quorum::met)) {
            throw new Conflict(Sentences.of("roll.again.met"));
        }
        var faults = new ArrayList<Fault>();
        if (startsAt == null) {
            faults.add(new Fault("startsAt", "REQUIRED", Sentences.of("roll.again.day")));
        } else if (!startsAt.isAfter(clock.instant())) {
            faults.add(new Fault("startsAt", "PAST", Sentences.of("roll.again.past")));
        }
        if (place == null || place.isBlank()) {
            faults.add(new Fault("place", "REQUIRED", Sentences.of("roll.again.place")));
        } else if (place.length() > LONGEST) {
            faults.add(new Fault("place", "LENGTH", Sentences.of("jury.session.long", LONGEST)));
        }
        Rejected.ifAny(faults);
        var why = told(quorum);
        var held = table.findById(id).orElseThrow();
        held.reconvene(
                new Sitting(session.startsAt(), session.place(), why),
                Objects.requireNonNull(startsAt),
                Objects.requireNonNull(place).strip(),
                clock.instant());
        sessions.saveOnce(held);
        sessions.note(
                id,
                "SESSION_RECONVENED",
                Sentences.of("deed.session.reconvened", WHEN.format(startsAt.atZone(ParisTime.ZONE)), why));
        events.publishEvent(new SessionNews(sessions.get(id), SessionNews.Kind.RECONVENED, why));
        processes.send("sessionReconvened", id.toString(), Map.of());
    }

    /** « Région : 1 sur 2 (2 requis) ; … ». */
    static String told(List<Quorum> quorum) {
        return quorum.stream()
                .map(one ->
                        Sentences.of("quorum.line", one.college().label(), one.present(), one.seats(), one.required()))
                .collect(Collectors.joining(" ; "));
    }

    private JurySession open(UUID id, Actor by) {
        sessions.visibleTo(by, id);
        var held = table.forChange(id).orElseThrow(() -> new NotFound(Sentences.of("jury.session.unknown")));
        var session = sessions.get(held.id());
        if (!keeps(by, session)) {
            throw new Forbidden(Sentences.of("roll.forbidden"));
        }
        if (!session.status().open()) {
            throw new Conflict(Sentences.of("roll.closed", session.status().label()));
        }
        return session;
    }

    private CallParameters.Quorum rules(JurySession session) {
        return calls.current(session.call()).parameters().quorum();
    }

    private Optional<Attendance> checked(JurySession session, RollLine line, Actor by, List<Fault> faults) {
        var seat = session.seat(line.member());
        if (seat < 0) {
            faults.add(new Fault(
                    "member", "MEMBER", Sentences.of("conflict.member.unknown", String.valueOf(line.member()))));
            return Optional.empty();
        }
        var member = session.members().get(seat);
        var before = faults.size();
        if (line.presence() == null) {
            faults.add(new Fault(field(seat, "presence"), "REQUIRED", Sentences.of("roll.presence", member.name())));
            return Optional.empty();
        }
        var at = line.at() == null ? clock.instant() : line.at();
        checkTime(session, member, seat, at, faults);
        var mandatary = line.presence() == Presence.MANDAT ? mandatary(session, member, seat, line, faults) : null;
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Attendance(
                        session.sitting(), member.name(), line.presence(), mandatary, at, by.signature()));
    }

    private void checkTime(JurySession session, JuryMember member, int seat, Instant at, List<Fault> faults) {
        var last = session.presence(member);
        if (at.isAfter(clock.instant())) {
            faults.add(new Fault(field(seat, "at"), "FUTURE", Sentences.of("roll.future", member.name())));
        } else if (last != null && at.isBefore(last.at())) {
            var since = WHEN.format(last.at().atZone(ParisTime.ZONE));
            faults.add(new Fault(field(seat, "at"), "ORDER", Sentences.of("roll.order", member.name(), since)));
        }
    }

    private static @Nullable String mandatary(
            JurySession session, JuryMember member, int seat, RollLine line, List<Fault> faults) {
        var to = session.seat(line.mandatary());
        var holder = to < 0 ? null : session.members().get(to);
        if (member.substitute()) {
            faults.add(new Fault(field(seat, "presence"), "MANDATE", Sentences.of("roll.mandate.substitute")));
        } else if (holder == null || holder.equals(member)) {
            faults.add(new Fault(field(seat, "mandatary"), "MANDATE", Sentences.of("roll.mandate.who", member.name())));
        } else if (holder.college() != member.college()) {
            faults.add(new Fault(
                    field(seat, "mandatary"),
                    "MANDATE",
                    Sentences.of("roll.mandate.college", member.name(), holder.name())));
        }
        return holder == null ? null : holder.name();
    }

    /** Whoever holds a mandate is there, and holds no more than allowed. */
    private static void checkMandates(
            JurySession next, List<Attendance> fresh, CallParameters.Quorum rules, List<Fault> faults) {
        for (var line : fresh) {
            if (line.presence() != Presence.MANDAT) {
                continue;
            }
            var field = field(next.seat(line.member()), "mandatary");
            var holder = next.members().get(next.seat(line.mandatary()));
            var there = next.presence(holder);
            if (there == null || !there.presence().attends()) {
                faults.add(new Fault(field, "MANDATE", Sentences.of("roll.mandate.absent", holder.name())));
            }
            var held = next.members().stream()
                    .map(next::presence)
                    .filter(one -> one != null
                            && one.presence() == Presence.MANDAT
                            && holder.name().equals(one.mandatary()))
                    .count();
            if (held > rules.mandates()) {
                faults.add(new Fault(
                        field, "MANDATE", Sentences.of("roll.mandate.many", holder.name(), rules.mandates())));
            }
        }
    }

    private static boolean news(JurySession session, Attendance line) {
        var known = session.presence(session.members().get(session.seat(line.member())));
        return known == null
                || known.presence() != line.presence()
                || !Objects.equals(known.mandatary(), line.mandatary());
    }

    private static String field(int seat, String part) {
        return "member" + seat + "." + part;
    }
}
