package fr.ruche.funding;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the reserve lists on soon after money has come back, each time in a transaction of its own: whoever gives money
 * back holds one dossier, and never waits for another.
 */
@Component
class ReserveRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReserveRounds.class);

    private final ReserveTable table;
    private final ReserveList list;
    private final TransactionTemplate transaction;

    ReserveRounds(ReserveTable table, ReserveList list, PlatformTransactionManager transactions) {
        this.table = table;
        this.list = list;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${ruche.reserve.every:PT5S}", initialDelayString = "${ruche.reserve.every:PT5S}")
    void round() {
        table.open().forEach(this::moveOn);
    }

    private void moveOn(long money) {
        try {
            transaction.executeWithoutResult(alone -> table.hold(money).ifPresent(list::moveOn));
        } catch (RuntimeException failed) {
            LOG.warn("The reserve list did not move on; it is tried again", failed);
        }
    }
}
