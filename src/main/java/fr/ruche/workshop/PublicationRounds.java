package fr.ruche.workshop;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Acting;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts into service what was planned for a moment that has come, in the name of who planned it. What is planned is in
 * the database, so that a restart forgets nothing; each version is held while it is done, so that several instances do
 * it once.
 */
@Component
class PublicationRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationRounds.class);

    private final VersionTables tables;
    private final ProgrammeVersions versions;
    private final Approvals approvals;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublicationRounds(
            VersionTables tables,
            ProgrammeVersions versions,
            Approvals approvals,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.versions = versions;
        this.approvals = approvals;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ruche.workshop.every:PT30S}")
    void look() {
        tables.due(clock.instant()).forEach(this::publish);
    }

    private void publish(UUID version) {
        var planned = tables.find(version).orElseThrow();
        var planner = planned.publishBy();
        if (planner == null) {
            return;
        }
        try {
            acting.as(planner, by -> approvals.publishDue(version, by));
        } catch (ConcurrencyFailureException overtaken) {
            LOG.info("Version {} of {} is tried again", planned.number(), planned.programme());
        } catch (RuntimeException failure) {
            fail(version, why(failure));
        }
    }

    private static String why(RuntimeException failure) {
        if (failure instanceof AuthenticationException) {
            return Sentences.of("workshop.plan.account");
        }
        if (failure instanceof Conflict || failure instanceof Forbidden || failure instanceof Rejected) {
            return String.valueOf(failure.getMessage());
        }
        LOG.error("A planned publication failed", failure);
        return Sentences.of("workshop.plan.unforeseen");
    }

    private void fail(UUID version, String why) {
        transaction.executeWithoutResult(alone -> tables.hold(version)
                .filter(held -> held.publishAt() != null)
                .ifPresent(held -> {
                    LOG.warn(Sentences.of("workshop.plan.failed", held.programme(), held.number(), why));
                    tables.failed(version, why);
                    versions.tell(held, "MODEL_PUBLICATION_FAILED", "workshop.deed.failed", why);
                }));
    }
}
