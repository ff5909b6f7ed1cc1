package fr.ruche.dossier;

import fr.ruche.programme.Call;
import fr.ruche.programme.CallChanged;
import fr.ruche.programme.Calls;
import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes the running dossiers of a call over to its new version, behind the manager's back, one after the other: each in
 * its own transaction with its line in the timeline, so that whoever works on a dossier waits for that one at most. A
 * dossier keeps the version it follows, so that what a crash or a collision left behind is found again at the next
 * start.
 */
@Component
class CalendarMoves {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarMoves.class);
    private static final int PAGE = 200;
    private static final int ATTEMPTS = 3;

    private final ExecutorService mover = Executors.newSingleThreadExecutor(work -> new Thread(work, "calendar"));
    private final EntityManager database;
    private final CalendarMove one;
    private final Calls calls;

    CalendarMoves(EntityManager database, CalendarMove one, Calls calls) {
        this.database = database;
        this.one = one;
        this.calls = calls;
    }

    @TransactionalEventListener
    void on(CallChanged change) {
        mover.execute(() -> follow(calls.current(change.call())));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        catchUp();
    }

    /** Done when all that was asked for until now is done. */
    Future<?> catchUp() {
        return mover.submit(() -> calls.all().forEach(this::follow));
    }

    /** What is not moved when the program ends is moved at its next start. */
    @PreDestroy
    void stop() {
        mover.shutdownNow();
    }

    CallProgress progress(Call call) {
        var counted = database.createQuery(
                        "select new fr.ruche.dossier.CallProgress(count(d), coalesce(sum(case when d.callVersion <"
                                + " :version then 1L else 0L end), 0L)) from Dossier d where d.call = :call and"
                                + " d.status in :running",
                        CallProgress.class)
                .setParameter("call", call.code())
                .setParameter("version", call.version())
                .setParameter("running", DossierStatus.running());
        return counted.getSingleResult();
    }

    private void follow(Call call) {
        var moved = 0;
        var page = behind(call, "");
        while (!page.isEmpty() && !mover.isShutdown()) {
            page.stream().takeWhile(number -> !mover.isShutdown()).forEach(number -> move(new DossierNumber(number)));
            moved += page.size();
            page = behind(call, page.get(page.size() - 1));
        }
        if (moved > 0) {
            LOG.info("{}: {} running dossiers now follow version {} of the call", call.code(), moved, call.version());
        }
    }

    private List<String> behind(Call call, String after) {
        return database.createQuery(
                        "select d.number from Dossier d where d.call = :call and d.callVersion < :version"
                                + " and d.status in :running and d.number > :after order by d.number",
                        String.class)
                .setParameter("call", call.code())
                .setParameter("version", call.version())
                .setParameter("running", DossierStatus.running())
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList();
    }

    /** A timer that fires at the same moment makes the engine refuse: the second try finds the dossier elsewhere. */
    private void move(DossierNumber number) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                one.move(number);
                return;
            } catch (RuntimeException collision) {
                LOG.warn("Attempt {} of {} to move the deadlines of {} failed", attempt, ATTEMPTS, number, collision);
            }
        }
    }
}
