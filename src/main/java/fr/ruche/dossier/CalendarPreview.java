package fr.ruche.dossier;

import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a change of the parameters of a call would do to its running dossiers, before it is made. */
@Component
public class CalendarPreview {

    private final EntityManager database;
    private final Calls calls;
    private final Clock clock;

    CalendarPreview(EntityManager database, Calls calls, Clock clock) {
        this.database = database;
        this.calls = calls;
        this.clock = clock;
    }

    /** How many running dossiers would see the due date of their step move to another moment. */
    @Transactional(readOnly = true)
    public int moved(Call proposed) {
        var now = clock.instant();
        return (int) database.createQuery(
                        "select d, s.enteredAt from Dossier d, DossierStep s where s.dossier = d.number"
                                + " and s.step = d.step and s.leftAt is null and d.call = :call and d.status in :running",
                        Object[].class)
                .setParameter("call", proposed.code())
                .setParameter("running", DossierStatus.running())
                .getResultStream()
                .filter(row -> moves(((Dossier) row[0]).toCase(), (Instant) row[1], proposed, now))
                .count();
    }

    private boolean moves(DossierCase dossier, Instant since, Call proposed, Instant now) {
        var step = dossier.step();
        var before = Timetable.of(dossier, calls.at(dossier.call(), dossier.callVersion()), since, now);
        var after = Timetable.of(dossier, proposed, since, now);
        return step != null && after.due(step).isPresent() && !after.due(step).equals(before.due(step));
    }
}
