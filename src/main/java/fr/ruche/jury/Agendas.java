package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierBrought;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierResumed;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.dossier.DossierSuspended;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.instruction.RouteChanged;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which dossiers a session examines. */
@Service
@Transactional
public class Agendas {

    private static final String WAITING = "event_putOnAgenda";

    private final SessionTable sessions;
    private final AgendaTable items;
    private final Dossiers dossiers;
    private final Recusals recusals;
    private final Processes processes;
    private final SessionRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agendas(
            SessionTable sessions,
            AgendaTable items,
            Dossiers dossiers,
            Recusals recusals,
            Processes processes,
            SessionRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.dossiers = dossiers;
        this.recusals = recusals;
        this.processes = processes;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a dossier at the end of the agenda; the dossier then waits for its outcome.
     *
     * @throws Forbidden when neither a manager nor the president of the session, or kept from the dossier
     * @throws Rejected when the dossier belongs to another call or jury
     * @throws Conflict when the agenda is closed, or the dossier does not wait for a session
     */
    public void put(UUID id, DossierNumber number, Actor by) {
        var session = open(id, by);
        recusals.mustNotKeep(by, number);
        var dossier = dossiers.get(number);
        mustBelong(dossier, session);
        if (items.open(number.value()).isPresent()) {
            throw new Conflict(Sentences.of("jury.agenda.already", number));
        }
        add(id, number, by.username());
        processes.send("putOnAgenda", number.value(), Map.of());
        dossiers.note(number, "PUT_ON_AGENDA", Sentences.of("jury.agenda.put", day(session.startsAt())));
        tell(session, Sentences.of("jury.agenda.news.put", number, dossier.title()));
    }

    /**
     * Puts a dossier that has become ready for its jury on the agenda of the next session whose query takes it, if
     * there is one that has not yet put it off or let it go. Whoever signs in sees no part in it: it is Ruche's doing.
     *
     * @return whether there was one; the process of the dossier goes on by itself
     */
    public boolean joinNext(DossierNumber number) {
        var dossier = dossiers.get(number);
        return !dossier.suspended()
                && sessions.composing(dossier.call(), String.valueOf(dossier.jury()), clock.instant()).stream()
                        .anyMatch(id -> join(id, dossier));
    }

    /**
     * Sets which dossiers join the agenda by themselves; those that wait now join at once.
     *
     * @param query null to make the agenda by hand from now on; what stands on it stays
     * @throws Forbidden when neither a manager nor the president of the session
     * @throws Rejected naming a measure or a territory that the call does not know
     * @throws Conflict when the agenda is settled
     */
    public void follow(UUID id, @Nullable AgendaQuery query, Actor by) {
        var session = open(id, by);
        if (session.status() != SessionStatus.CONVOQUEE) {
            throw new Conflict(Sentences.of("jury.agenda.settled"));
        }
        rules.check(query, session.call(), session.jury());
        sessions.forChange(id).ifPresent(held -> held.follow(query));
        sessions.flush();
        events.publishEvent(new Deed(
                Domain.SESSION,
                id.toString(),
                "AGENDA_FOLLOWS",
                query == null
                        ? Sentences.of("deed.session.byHand")
                        : Sentences.of("deed.session.follows", told(query))));
        fill(id);
    }

    private static String told(AgendaQuery query) {
        var of = Stream.concat(query.measures().stream(), query.territories().stream())
                .collect(Collectors.joining(", "));
        return of.isEmpty() ? Sentences.of("deed.session.all") : of;
    }

    /** The dossiers that wait for the jury of a session and that its query takes join its agenda. */
    void fill(UUID id) {
        var session = sessions.forChange(id).orElseThrow(() -> new NotFound(Sentences.of("jury.session.unknown")));
        if (session.query() == null) {
            return;
        }
        for (var number : dossiers.waiting(session.call(), session.jury(), WAITING)) {
            if (processes.waitingAt(number.value()).contains(WAITING) && join(id, dossiers.get(number))) {
                processes.send("putOnAgenda", number.value(), Map.of());
            }
        }
    }

    private boolean join(UUID id, DossierCase dossier) {
        var session = sessions.forChange(id).orElseThrow();
        var query = session.query();
        if (query == null
                || session.status() != SessionStatus.CONVOQUEE
                || !query.takes(dossier)
                || items.existsBySessionAndDossier(id, dossier.number().value())) {
            return false;
        }
        add(id, dossier.number(), "ruche");
        dossiers.noteByRuche(
                dossier.number(), "PUT_ON_AGENDA", Sentences.of("jury.agenda.joined", day(session.startsAt())));
        return true;
    }

    private void add(UUID id, DossierNumber number, String by) {
        items.saveAndFlush(new ScheduledDossier(id, number, items.lastPosition(id) + 1, by, clock.instant()));
    }

    /** Once convoked, the members learn what changes. */
    private void tell(JurySession session, String about) {
        if (session.convokedAt() != null) {
            events.publishEvent(new SessionNews(session, SessionNews.Kind.AGENDA_CHANGED, about));
        }
    }

    /**
     * Takes a dossier without an outcome off the agenda; it waits for another session.
     *
     * @throws Rejected without a motive
     */
    public void remove(UUID id, DossierNumber number, String motive, Actor by) {
        var session = open(id, by);
        recusals.mustNotKeep(by, number);
        var why = Motive.of(motive, Sentences.of("jury.agenda.motive"));
        var item = items.open(number.value())
                .filter(i -> i.session().equals(id))
                .orElseThrow(() -> new NotFound(Sentences.of("jury.agenda.absent")));
        takeOff(item, why, by.username());
        tell(session, Sentences.of("jury.agenda.news.removed", number, why));
    }

    void clear(JurySession session, String motive, String by) {
        session.pending().forEach(item -> items.open(item.dossier().value()).ifPresent(i -> takeOff(i, motive, by)));
    }

    /** Another jury will see the dossier. */
    @EventListener
    void leave(RouteChanged change) {
        items.open(change.dossier().value())
                .ifPresent(item -> takeOff(item, Sentences.of("jury.agenda.rerouted", change.motive()), "ruche"));
    }

    /** It waits for another session, once it goes on. */
    @EventListener
    void leave(DossierSuspended suspension) {
        items.open(suspension.dossier().value())
                .ifPresent(item -> takeOff(item, Sentences.of("jury.agenda.suspended", suspension.motive()), "ruche"));
    }

    /** Its process goes elsewhere by itself. */
    @EventListener
    void leave(DossierBrought change) {
        items.open(change.dossier().value()).ifPresent(item -> {
            item.remove(Sentences.of("jury.agenda.brought", change.motive()), "ruche", clock.instant());
            items.flush();
        });
    }

    /** A session may have been convened that takes it. */
    @EventListener
    void join(DossierResumed resumption) {
        var number = resumption.dossier();
        if (processes.waitingAt(number.value()).contains(WAITING) && joinNext(number)) {
            processes.send("putOnAgenda", number.value(), Map.of());
        }
    }

    /** The porteur gave up, or a manager withdrew the dossier: the process has ended by itself. */
    @EventListener
    void leave(DossierStatusChanged change) {
        if (change.to().ended()) {
            items.open(change.dossier().value())
                    .ifPresent(item -> item.remove(change.reason(), "ruche", clock.instant()));
        }
    }

    private void takeOff(ScheduledDossier item, String motive, String by) {
        item.remove(motive, by, clock.instant());
        items.flush();
        processes.send("takenOffAgenda", item.dossier().value(), Map.of());
        dossiers.note(item.dossier(), "TAKEN_OFF_AGENDA", Sentences.of("jury.agenda.takenOff", motive));
    }

    private JurySession open(UUID id, Actor by) {
        var session = sessions.forChange(id)
                .map(s -> s.toSession(
                        items.of(id).stream().map(ScheduledDossier::toItem).toList(), List.of()))
                .orElseThrow(() -> new NotFound(Sentences.of("jury.session.unknown")));
        if (!by.is(Role.MANAGER) && !session.presidedBy(by.username())) {
            throw new Forbidden(Sentences.of("jury.agenda.forbidden"));
        }
        if (!session.status().open()) {
            throw new Conflict(
                    Sentences.of("jury.agenda.closed", session.status().label()));
        }
        return session;
    }

    private static void mustBelong(DossierCase dossier, JurySession session) {
        if (!dossier.call().equals(session.call())) {
            throw Rejected.because("dossier", "CALL", Sentences.of("jury.agenda.otherCall"));
        }
        if (!session.jury().equals(dossier.jury())) {
            throw Rejected.because("dossier", "ROUTE-01", Sentences.of("jury.agenda.otherJury"));
        }
    }

    private static String day(Instant at) {
        return FrenchDay.format(ParisTime.dayOf(at));
    }
}
