package fr.ruche.batch;

import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Acting;
import fr.ruche.identity.Actor;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the batches, one dossier after the other, in the name of who began them. What is done and that it is done are
 * one transaction, so that a crash anywhere leaves a dossier either done or still to be done.
 */
@Component
class BatchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final int ATTEMPTS = 3;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "batch"));
    private final BatchTables tables;
    private final Doing doing;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchRunner(
            BatchTables tables,
            Doing doing,
            Acting acting,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.doing = doing;
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener
    void on(BatchStarted begun) {
        catchUp();
    }

    /** What a crash has left, and what another node began and can no longer do. */
    @Scheduled(fixedDelayString = "${ruche.batch.every:PT30S}")
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

    /** Whether nothing of the batch is left for anybody: another node may still be at it. */
    private boolean run(UUID id) {
        var batch = tables.find(id).orElseThrow();
        try {
            acting.as(batch.createdBy(), by -> {
                var more = true;
                while (more && !worker.isShutdown()) {
                    more = one(batch, by);
                }
            });
        } catch (RuntimeException unforeseen) {
            LOG.error("Batch {} stops", id, unforeseen);
            transaction.executeWithoutResult(
                    alone -> tables.turn(id, BatchState.EN_COURS, BatchState.ARRETE, "ruche", clock.instant()));
            return true;
        }
        return Boolean.TRUE.equals(transaction.execute(alone -> end(id)))
                || tables.find(id).orElseThrow().state() != BatchState.EN_COURS;
    }

    private boolean end(UUID id) {
        events.publishEvent(new BatchChanged(id));
        return tables.end(id, clock.instant());
    }

    /** Whether there was one. */
    private boolean one(Batch batch, Actor by) {
        var dossier = new String[1];
        for (var attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(alone -> {
                    var next = tables.next(batch.id());
                    next.ifPresent(number -> {
                        dossier[0] = number;
                        doing.to(new DossierNumber(number), batch.plan(), by);
                        tables.told(batch.id(), number, BatchLine.State.FAIT, null, clock.instant());
                        events.publishEvent(new BatchChanged(batch.id()));
                    });
                    return next.isPresent();
                }));
            } catch (RuntimeException failure) {
                if (dossier[0] == null) {
                    throw failure;
                }
                if (failure instanceof ConcurrencyFailureException && attempt < ATTEMPTS) {
                    continue;
                }
                refuse(batch, dossier[0], failure);
                return true;
            }
        }
    }

    private void refuse(Batch batch, String dossier, RuntimeException failure) {
        var why = Doing.refusal(failure).orElseGet(() -> {
            LOG.error("Batch {}: {} failed", batch.id(), dossier, failure);
            return Sentences.of("batch.unforeseen");
        });
        transaction.executeWithoutResult(alone -> {
            tables.told(batch.id(), dossier, BatchLine.State.REFUSE, why, clock.instant());
            events.publishEvent(new BatchChanged(batch.id()));
        });
    }
}
