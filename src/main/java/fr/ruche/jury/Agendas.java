package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.instruction.RouteChanged;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which dossiers a session examines. */
@Service
@Transactional
public class Agendas {

    private final SessionTable sessions;
    private final AgendaTable items;
    private final Dossiers dossiers;
    private final Recusals recusals;
    private final Processes processes;
    private final Clock clock;

    Agendas(
            SessionTable sessions,
            AgendaTable items,
            Dossiers dossiers,
            Recusals recusals,
            Processes processes,
            Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.dossiers = dossiers;
        this.recusals = recusals;
        this.processes = processes;
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
        var position =
                session.agenda().stream().mapToInt(AgendaItem::position).max().orElse(0) + 1;
        items.saveAndFlush(new ScheduledDossier(id, number, position, by.username(), clock.instant()));
        processes.send("putOnAgenda", number.value(), Map.of());
        dossiers.note(number, "PUT_ON_AGENDA", Sentences.of("jury.agenda.put", day(session)));
    }

    /**
     * Takes a dossier without an outcome off the agenda; it waits for another session.
     *
     * @throws Rejected without a motive
     */
    public void remove(UUID id, DossierNumber number, String motive, Actor by) {
        open(id, by);
        recusals.mustNotKeep(by, number);
        var why = Motive.of(motive, Sentences.of("jury.agenda.motive"));
        var item = items.open(number.value())
                .filter(i -> i.session().equals(id))
                .orElseThrow(() -> new NotFound(Sentences.of("jury.agenda.absent")));
        takeOff(item, why, by.username());
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
        var session = sessions.findById(id)
                .map(s -> s.toSession(
                        items.of(id).stream().map(ScheduledDossier::toItem).toList()))
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

    private static String day(JurySession session) {
        return FrenchDay.format(ParisTime.dayOf(session.startsAt()));
    }
}
