package fr.ruche.trial;

import fr.ruche.common.Conflict;
import fr.ruche.identity.Acting;
import fr.ruche.identity.Actor;
import fr.ruche.trial.Replay.State;
import fr.ruche.workshop.ProgrammeVersions;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the replays, some dossiers at a time: each time the models are put on the stage anew, and nobody else deploys
 * anything meanwhile.
 */
@Component
class ReplayRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "replay"));
    private final ReplayTables tables;
    private final Replayer replayer;
    private final ProgrammeVersions versions;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int together;

    /** @param together how many dossiers are replayed on one stage */
    ReplayRunner(
            ReplayTables tables,
            Replayer replayer,
            ProgrammeVersions versions,
            Acting acting,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${ruche.replay.together:20}") int together) {
        this.tables = tables;
        this.replayer = replayer;
        this.versions = versions;
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.together = together;
    }

    @TransactionalEventListener
    void on(ReplayStarted begun) {
        catchUp();
    }

    /** What a crash has left. */
    @Scheduled(fixedDelayString = "${ruche.replay.every:PT1M}")
    void look() {
        catchUp();
    }

    /** Done when all that was asked for until now is done. */
    Future<?> catchUp() {
        return worker.submit(() -> {
            var next = tables.running();
            while (next.isPresent() && !worker.isShutdown()) {
                if (!run(next.get())) {
                    return;
                }
                next = tables.running();
            }
        });
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** Whether nothing of it is left for anybody. */
    private boolean run(UUID id) {
        var replay = tables.find(id, List.of()).orElseThrow();
        try {
            acting.as(replay.begunBy(), by -> {
                while (!worker.isShutdown() && some(replay, by)) {
                    LOG.debug("Replay {} goes on", id);
                }
            });
        } catch (RuntimeException failed) {
            LOG.warn("Replay {} ends", id, failed);
            transaction.executeWithoutResult(alone -> tables.turn(id, State.RUNNING, State.FAILED, clock.instant()));
            return true;
        }
        transaction.executeWithoutResult(alone -> tables.end(id, clock.instant()));
        return tables.find(id, List.of()).orElseThrow().state() != State.RUNNING;
    }

    /** Whether there were some. */
    private boolean some(Replay replay, Actor by) {
        return Boolean.TRUE.equals(transaction.execute(alone -> {
            var next = tables.next(replay.id(), together);
            if (next.isEmpty()) {
                return false;
            }
            if (Objects.requireNonNull(versions.get(replay.version(), by)).revision() != replay.revision()) {
                throw new Conflict("The files have changed meanwhile");
            }
            replayer.replay(next, versions.files(replay.version(), by), Replays.answers(replay.defaults()))
                    .forEach(line -> tables.told(replay.id(), line));
            return true;
        }));
    }
}
