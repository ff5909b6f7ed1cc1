package fr.ruche.cockpit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Recusals;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What was counted since the last change: a hundred thousand dossiers are not counted again for each look at the same
 * page. After a change that {@link Live} tells, what is counted quickly is counted again at once; what takes longer
 * than {@code ruche.cockpit.slow} is shown as it was, with its instant, and counted behind the reader's back, whose
 * page follows when that is done. What is told by nobody, such as a correction of what a porteur wrote, is seen after
 * {@code ruche.cockpit.keep} at the latest, as is what another instance of the program changes.
 */
@Component
class Counted {

    private static final Logger LOG = LoggerFactory.getLogger(Counted.class);
    private static final int QUESTIONS = 1_000;

    private final Live live;
    private final Recusals recusals;
    private final Clock clock;
    private final Duration slow;
    private final Cache<Question, Kept> kept;
    private final Set<Question> counting = ConcurrentHashMap.newKeySet();
    /** One at a time: who waits for nothing must not keep the database from those who do. */
    private final ExecutorService behind = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "cockpit");
        thread.setDaemon(true);
        return thread;
    });

    Counted(
            Live live,
            Recusals recusals,
            Clock clock,
            @Value("${ruche.cockpit.keep:PT30S}") Duration keep,
            @Value("${ruche.cockpit.slow:PT0.05S}") Duration slow) {
        this.live = live;
        this.recusals = recusals;
        this.clock = clock;
        this.slow = slow;
        this.kept = Caffeine.newBuilder()
                .maximumSize(QUESTIONS)
                .expireAfterWrite(keep)
                .build();
    }

    /**
     * @param what is counted, with all that it is counted for
     * @param count what is not known yet; on another thread when it is slow
     */
    <T> Figures<T> of(List<?> what, Actor manager, Supplier<T> count) {
        var question =
                new Question(what, recusals.keptFrom(manager), manager.is(Role.HOLDER) ? manager.username() : "");
        var changes = live.changes();
        var before = kept.getIfPresent(question);
        if (before != null && before.changes() < changes && before.took().compareTo(slow) >= 0) {
            countBehind(question, count);
        } else if (before == null || before.changes() < changes) {
            before = kept.asMap()
                    .compute(
                            question,
                            (same, other) -> other != null && other.changes() >= changes ? other : counted(count));
        }
        @SuppressWarnings("unchecked") // the same question is asked in one place only
        var figures = (Figures<T>) Objects.requireNonNull(before).figures();
        return figures;
    }

    private void countBehind(Question question, Supplier<?> count) {
        if (counting.add(question)) {
            behind.execute(() -> {
                try {
                    kept.put(question, counted(count));
                } catch (RuntimeException failed) {
                    LOG.warn("Figures could not be counted: {}", question.what(), failed);
                } finally {
                    counting.remove(question);
                    live.counted();
                }
            });
        }
    }

    private Kept counted(Supplier<?> count) {
        var changes = live.changes();
        var from = clock.instant();
        var begun = System.nanoTime();
        var figures = new Figures<>(from, count.get());
        return new Kept(figures, changes, Duration.ofNanos(System.nanoTime() - begun));
    }

    @PreDestroy
    void stop() {
        behind.shutdownNow();
    }

    /** @param at when they were counted */
    record Figures<T>(Instant at, T counted) {}

    /**
     * @param changes how many there were when it was begun
     * @param took how long it took
     */
    private record Kept(Figures<?> figures, long changes, Duration took) {}

    /** Managers see the same, but for what they are kept from and for drafts of their own. */
    private record Question(List<?> what, Set<DossierNumber> without, String and) {}
}
