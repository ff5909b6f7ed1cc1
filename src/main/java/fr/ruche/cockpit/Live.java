package fr.ruche.cockpit;

import fr.ruche.batch.BatchChanged;
import fr.ruche.dossier.DossierStatusChanged;
import fr.ruche.identity.AbsenceChanged;
import fr.ruche.marking.MarksKnown;
import fr.ruche.workflow.Incidents;
import fr.ruche.workflow.Incidents.State;
import fr.ruche.workflow.StepDueMoved;
import fr.ruche.workflow.StepEntered;
import fr.ruche.workflow.StepHandedOn;
import fr.ruche.workflow.StepLeft;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells who watches the cockpit that its figures are others now, and nothing more: each asks for them with its own
 * rights. Many changes within a few seconds are told once. The engine says nothing when something fails, so that it is
 * asked, as long as somebody watches.
 */
@Component
public class Live {

    private final Set<Consumer<Instant>> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicLong changes = new AtomicLong();
    private final Incidents incidents;
    private final Clock clock;
    private volatile Instant last;

    @Nullable private State lastState;

    Live(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** When a change was last told; the start of the program when none was. */
    public Instant last() {
        return last;
    }

    /** How many changes there were since the start of the program; those that are there to be read already. */
    long changes() {
        return changes.get();
    }

    /** @param watcher is told the instant of a change, on a thread that it must not hold up */
    public void watch(Consumer<Instant> watcher) {
        watchers.add(watcher);
    }

    public void leave(Consumer<Instant> watcher) {
        watchers.remove(watcher);
    }

    /** Once the change is there to be read. */
    @TransactionalEventListener({
        StepEntered.class,
        StepLeft.class,
        StepHandedOn.class,
        StepDueMoved.class,
        DossierStatusChanged.class,
        BatchChanged.class,
        MarksKnown.class,
        AbsenceChanged.class
    })
    void changed() {
        changes.incrementAndGet();
        changed.set(true);
    }

    /** What was counted behind the back of those who look is there; nothing changed. */
    void counted() {
        changed.set(true);
    }

    @Scheduled(fixedDelayString = "${ruche.cockpit.every:PT3S}")
    void tell() {
        if (watchers.isEmpty()) {
            return;
        }
        var state = incidents.state();
        var failed = !state.equals(lastState);
        lastState = state;
        if (changed.getAndSet(false) || failed) {
            var now = clock.instant();
            last = now;
            watchers.forEach(watcher -> watcher.accept(now));
        }
    }
}
