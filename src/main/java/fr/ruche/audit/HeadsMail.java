package fr.ruche.audit;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.notification.Notifications;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the last seal of each day that is over to whoever keeps it for us, so that it is out of the hands of those who
 * could change the database. Off unless the operator names somebody; a day is told once, days missed are made up for.
 */
@Component
class HeadsMail {

    private final Audit audit;
    private final Notifications notifications;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<String> to;

    /** @param to addresses of e-mail */
    HeadsMail(
            Audit audit,
            Notifications notifications,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${ruche.audit.heads-to:}") List<String> to) {
        this.audit = audit;
        this.notifications = notifications;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.to = to.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    @Scheduled(fixedDelayString = "${ruche.audit.heads-every:PT10M}")
    void tell() {
        if (!to.isEmpty() && notifications.mailed()) {
            transaction.executeWithoutResult(alone -> tellNow());
        }
    }

    void tellNow() {
        var today = ParisTime.dayOf(clock.instant());
        var fresh = audit.heads().stream()
                .filter(head -> head.day() != null && head.day().isBefore(today))
                .filter(head -> sql.sql("insert into audit_told (day) values (?) on conflict do nothing")
                                .param(head.day())
                                .update()
                        == 1)
                .toList();
        if (!fresh.isEmpty()) {
            var last = FrenchDay.format(
                    Objects.requireNonNull(fresh.get(fresh.size() - 1).day()));
            to.forEach(address -> notifications.send(
                    address,
                    Sentences.of("journal.mail.subject", last),
                    Sentences.of("journal.mail.body", PublishedHeads.text(fresh))));
        }
    }
}
