package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.instruction.Routing;
import fr.ruche.workflow.Processes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of the juries, from their convocation to their approved minutes. */
@Service
@Transactional
public class JurySessions {

    private static final String PROCESS = "jury-session";

    private final SessionTable sessions;
    private final AgendaTable agendas;
    private final Agendas agenda;
    private final SessionRules rules;
    private final Minutes minutes;
    private final Recusals recusals;
    private final Processes processes;
    private final KeptMinutesTable files;
    private final RollTable roll;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JurySessions(
            SessionTable sessions,
            AgendaTable agendas,
            Agendas agenda,
            SessionRules rules,
            Minutes minutes,
            Recusals recusals,
            Processes processes,
            KeptMinutesTable files,
            RollTable roll,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.agendas = agendas;
        this.agenda = agenda;
        this.rules = rules;
        this.minutes = minutes;
        this.recusals = recusals;
        this.processes = processes;
        this.files = files;
        this.roll = roll;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Convenes a session and starts its process, whose business key is the id of the session.
     *
     * @throws Forbidden when not a manager
     * @throws Rejected naming each missing or wrong field
     */
    public JurySession convene(SessionPlan plan, Actor by) {
        mustManage(by);
        rules.check(plan);
        var session = saveOnce(new HeldSession(plan, by.username(), clock.instant()));
        processes.start(PROCESS, session.id().toString(), Map.of(Routing.JURY_GROUP, "jury-" + plan.jury()));
        plan.members().stream()
                .map(JuryMember::username)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(recusals::close);
        agenda.fill(session.id());
        return get(session.id());
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public JurySession get(UUID id) {
        return withAgenda(find(id));
    }

    /**
     * The session, if this person may see it: managers, instructors, its jury, its own members. What the jury said of a
     * dossier from which a conflict of interest keeps the reader is left out.
     */
    @Transactional(readOnly = true)
    public JurySession visibleTo(Actor actor, UUID id) {
        var session = get(id);
        if (!visible(actor, session)) {
            throw new NotFound(Sentences.of("jury.session.unknown"));
        }
        return session.readBy(recusals.keptFrom(actor));
    }

    /** The sessions that this person may see, the latest first. */
    @Transactional(readOnly = true)
    public List<JurySession> visibleTo(Actor actor) {
        return visibleTo(actor, sessions.findAllByOrderByStartsAtDesc());
    }

    /** Those of them that are not over. */
    @Transactional(readOnly = true)
    public List<JurySession> open(Actor actor) {
        return visibleTo(actor, notOver());
    }

    /** What {@link #open} finds, without reading thousands of lines of agendas. */
    @Transactional(readOnly = true)
    public List<SessionHeading> openHeadings(Actor actor) {
        return notOver().stream()
                .map(held -> held.toSession(List.of(), List.of()))
                .filter(session -> visible(actor, session))
                .map(session -> new SessionHeading(session.id(), session.jury(), session.startsAt()))
                .toList();
    }

    private List<HeldSession> notOver() {
        var open = Arrays.stream(SessionStatus.values())
                .filter(SessionStatus::open)
                .toList();
        return sessions.findByStatusInOrderByStartsAtDesc(open);
    }

    /** Those of them on whose agenda this dossier is or was. */
    @Transactional(readOnly = true)
    public List<JurySession> of(DossierNumber dossier, Actor actor) {
        return visibleTo(actor, sessions.hearing(dossier.value()));
    }

    private List<JurySession> visibleTo(Actor actor, List<HeldSession> all) {
        var items = agendas
                .findBySessionInOrderByPosition(
                        all.stream().map(HeldSession::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        ScheduledDossier::session, Collectors.mapping(ScheduledDossier::toItem, Collectors.toList())));
        var called = roll(all.stream().map(HeldSession::id).toList());
        var seen = all.stream()
                .map(s -> s.toSession(items.getOrDefault(s.id(), List.of()), called.getOrDefault(s.id(), List.of())))
                .filter(s -> visible(actor, s))
                .toList();
        var known = recusals.of(seen.stream()
                .flatMap(s -> s.agenda().stream())
                .map(AgendaItem::dossier)
                .collect(Collectors.toSet()));
        var kept = recusals.keptFrom(actor);
        return seen.stream()
                .map(s ->
                        s.with(Conflicts.marked(s.agenda(), s.members(), known)).readBy(kept))
                .toList();
    }

    /** The agenda is settled, and the convocation leaves with it. @throws Rejected when it is empty */
    public void settleAgenda(UUID id) {
        var session = sessions.forChange(id).orElseThrow(() -> new NotFound(Sentences.of("jury.session.unknown")));
        if (get(id).onAgenda().isEmpty()) {
            throw Rejected.because("", "AGENDA", Sentences.of("jury.agenda.empty"));
        }
        session.convoked(clock.instant());
        note(id, "AGENDA_SETTLED", Sentences.of("deed.session.settled"));
        events.publishEvent(new SessionNews(withAgenda(session), SessionNews.Kind.CONVOKED, ""));
    }

    /**
     * The jury has met.
     *
     * @param attendees who else was there, one a line; of the members the roll tells
     * @throws Rejected naming the dossiers of the agenda that have no outcome, or the members who were not called
     */
    public void hold(UUID id, @Nullable String attendees, @Nullable String remarks) {
        var session = get(id);
        var pending = session.pending();
        if (!pending.isEmpty()) {
            var numbers = pending.stream().map(i -> i.dossier().value()).collect(Collectors.joining(", "));
            throw Rejected.because("", "AGENDA", Sentences.of("jury.session.pending", numbers));
        }
        if (!session.uncalled().isEmpty()) {
            throw Rejected.because("", "ROLL", Sentences.of("roll.uncalled", String.join(", ", session.uncalled())));
        }
        find(id).held(attendees, remarks);
        note(id, "SESSION_HELD", Sentences.of("deed.session.held"));
    }

    /** Writes the minutes from what was recorded; again as long as they are not approved. */
    public void drawUpMinutes(UUID id) {
        var session = unfrozen(id);
        session.drawUp(minutes.of(withAgenda(session)));
    }

    /** Freezes the minutes, signed and dated. @param remarks what is added to them, if anything */
    public void approveMinutes(UUID id, @Nullable String remarks, Actor by) {
        var session = unfrozen(id);
        session.remarkOnMinutes(remarks);
        session.approveMinutes(by.signature(), clock.instant());
        var approved = withAgenda(session);
        session.drawUp(minutes.of(approved));
        var file = minutes.file(approved, clock.instant());
        files.save(new KeptMinutes(id, file));
        session.seal(sha256(file));
    }

    /**
     * The minutes as a PDF file: the one that was approved, byte for byte, or what they would be now, without the
     * dossiers from which the reader is kept.
     *
     * @throws NotFound when one may not see the session
     * @throws Conflict when the file that is kept is not the one that was approved
     */
    @Transactional(readOnly = true)
    public byte[] minutesFile(UUID id, Actor reader) {
        var session = visibleTo(reader, id);
        if (session.minutesSha256() == null) {
            return minutes.file(session, clock.instant());
        }
        var kept = files.findById(id).map(KeptMinutes::pdf).orElseGet(() -> new byte[0]);
        if (!sha256(kept).equals(session.minutesSha256())) {
            throw new Conflict(Sentences.of("jury.minutes.altered"));
        }
        return kept;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The minutes as an HTML document: as approved, or as they would stand now. */
    @Transactional(readOnly = true)
    public String minutes(UUID id) {
        var session = find(id);
        var kept = session.status() == SessionStatus.CLOSE ? session.minutes() : null;
        return kept == null ? minutes.of(withAgenda(session)) : kept;
    }

    /**
     * Cancels a session that has not been held; its dossiers wait for another one.
     *
     * @throws Rejected without a motive
     */
    public void cancel(UUID id, String motive, Actor by) {
        mustManage(by);
        var why = Motive.of(motive, Sentences.of("jury.session.cancel.motive"));
        var session = find(id);
        if (!session.status().open()) {
            throw new Conflict(
                    Sentences.of("jury.session.cancel.late", session.status().label()));
        }
        var convoked = withAgenda(session);
        agenda.clear(convoked, Sentences.of("jury.session.cancelled", why), by.username());
        session.cancel(why);
        note(id, "SESSION_CANCELLED", Sentences.of("deed.session.cancelled", why));
        if (convoked.convokedAt() != null) {
            events.publishEvent(new SessionNews(convoked, SessionNews.Kind.CANCELLED, why));
        }
        processes.send("sessionCancelled", id.toString(), Map.of());
    }

    /**
     * The same for a reader, to whom a draft does not tell of the dossiers from which the reader is kept; once
     * approved, the minutes are one document for everybody.
     *
     * @throws NotFound when one may not see the session
     */
    @Transactional(readOnly = true)
    public String minutes(UUID id, Actor reader) {
        var session = visibleTo(reader, id);
        return session.status() == SessionStatus.CLOSE ? minutes(id) : minutes.of(session);
    }

    /** @throws Conflict when the jury sits at that instant already */
    HeldSession saveOnce(HeldSession session) {
        try {
            return sessions.saveAndFlush(session);
        } catch (DataIntegrityViolationException sentTwice) {
            throw new Conflict(Sentences.of("jury.session.twice"));
        }
    }

    /** What is done to the session as a whole: what is done to a dossier stands in the timeline of that. */
    void note(UUID id, String action, String told) {
        events.publishEvent(new Deed(Domain.SESSION, id.toString(), action, told));
    }

    private HeldSession unfrozen(UUID id) {
        var session = find(id);
        if (session.status() == SessionStatus.CLOSE) {
            throw new Conflict(Sentences.of("jury.minutes.frozen"));
        }
        return session;
    }

    private HeldSession find(UUID id) {
        return sessions.findById(id).orElseThrow(() -> new NotFound(Sentences.of("jury.session.unknown")));
    }

    private Map<UUID, List<Attendance>> roll(List<UUID> of) {
        return roll.findBySessionInOrderById(of).stream()
                .collect(Collectors.groupingBy(
                        RollEntry::session, Collectors.mapping(RollEntry::toAttendance, Collectors.toList())));
    }

    private JurySession withAgenda(HeldSession session) {
        var items =
                agendas.of(session.id()).stream().map(ScheduledDossier::toItem).toList();
        var known = recusals.of(items.stream().map(AgendaItem::dossier).collect(Collectors.toSet()));
        var bare = session.toSession(items, roll(List.of(session.id())).getOrDefault(session.id(), List.of()));
        return bare.with(Conflicts.marked(items, bare.members(), known));
    }

    private static boolean visible(Actor actor, JurySession session) {
        return actor.is(Role.MANAGER)
                || !actor.scopes(Role.INSTRUCTOR).isEmpty()
                || actor.is(Role.JURY_MEMBER, session.jury())
                || session.members().stream()
                        .anyMatch(member -> actor.username().equals(member.username()));
    }

    private static void mustManage(Actor actor) {
        if (!actor.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("jury.session.forbidden"));
        }
    }
}
