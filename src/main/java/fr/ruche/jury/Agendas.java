package fr.ruche.jury;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.dossier.Dossiers;
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
    private final Processes processes;
    private final Clock clock;

    Agendas(SessionTable sessions, AgendaTable items, Dossiers dossiers, Processes processes, Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.dossiers = dossiers;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Puts a dossier at the end of the agenda; the dossier then waits for its outcome.
     *
     * @throws Forbidden when neither a manager nor the president of the session
     * @throws Rejected when the dossier belongs to another call or jury
     * @throws Conflict when the agenda is closed, or the dossier does not wait for a session
     */
    public void put(UUID id, DossierNumber number, Actor by) {
        var session = open(id, by);
        var dossier = dossiers.get(number);
        mustBelong(dossier, session);
        if (items.open(number.value()).isPresent()) {
            throw new Conflict("Le dossier " + number + " est déjà à l’ordre du jour d’une séance.");
        }
        var position =
                session.agenda().stream().mapToInt(AgendaItem::position).max().orElse(0) + 1;
        items.saveAndFlush(new ScheduledDossier(id, number, position, by.username(), clock.instant()));
        processes.send("putOnAgenda", number.value(), Map.of());
        dossiers.note(number, "PUT_ON_AGENDA", "Le dossier est inscrit à la séance du " + day(session) + ".");
    }

    /**
     * Takes a dossier without an outcome off the agenda; it waits for another session.
     *
     * @throws Rejected without a motive
     */
    public void remove(UUID id, DossierNumber number, String motive, Actor by) {
        open(id, by);
        if (motive.isBlank()) {
            throw Rejected.because("motive", "REQUIRED", "Le motif du retrait de l’ordre du jour est obligatoire.");
        }
        var item = items.open(number.value())
                .filter(i -> i.session().equals(id))
                .orElseThrow(() -> new NotFound("Ce dossier n’est pas à l’ordre du jour de cette séance."));
        takeOff(item, motive.strip(), by.username());
    }

    void clear(JurySession session, String motive, String by) {
        session.pending().forEach(item -> items.open(item.dossier().value()).ifPresent(i -> takeOff(i, motive, by)));
    }

    /** Another jury will see the dossier. */
    @EventListener
    void leave(RouteChanged change) {
        items.open(change.dossier().value())
                .ifPresent(item -> takeOff(item, "Changement de jury : " + change.motive(), "ruche"));
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
        dossiers.note(
                item.dossier(), "TAKEN_OFF_AGENDA", "Le dossier est retiré de l’ordre du jour. Motif : " + motive);
    }

    private JurySession open(UUID id, Actor by) {
        var session = sessions.findById(id)
                .map(s -> s.toSession(
                        items.of(id).stream().map(ScheduledDossier::toItem).toList()))
                .orElseThrow(() -> new NotFound("Il n’y a pas de séance sous cet identifiant."));
        if (!by.is(Role.MANAGER) && !session.presidedBy(by.username())) {
            throw new Forbidden("L’ordre du jour est tenu par un gestionnaire ou par le président de la séance.");
        }
        if (!session.status().open()) {
            throw new Conflict("Cette séance est " + session.status().label() + " : son ordre du jour ne change plus.");
        }
        return session;
    }

    private static void mustBelong(DossierCase dossier, JurySession session) {
        if (!dossier.call().equals(session.call())) {
            throw Rejected.because("dossier", "CALL", "Ce dossier relève d’un autre appel à projets que la séance.");
        }
        if (!session.jury().equals(dossier.jury())) {
            throw Rejected.because("dossier", "ROUTE-01", "Ce dossier n’est pas orienté vers le jury de cette séance.");
        }
    }

    private static String day(JurySession session) {
        return FrenchDay.format(ParisTime.dayOf(session.startsAt()));
    }
}
