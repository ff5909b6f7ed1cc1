package fr.ruche.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * For operators: the e-mails that have not arrived, those that wait for their first attempt, those that are tried again
 * and those that were given up; and how long the oldest of the first two has been on its way.
 */
@Component("outboxHealthIndicator")
class MailGauges implements HealthIndicator {

    /** The first pauses between attempts are over by then: a server that hangs is not going to come back by itself. */
    private static final double LATE_SECONDS = 3_600;

    private final MultiGauge mails;
    private final JdbcClient sql;
    private final AtomicReference<Waiting> last = new AtomicReference<>(new Waiting(0, 0, 0, 0));
    private final boolean mailed;

    MailGauges(MeterRegistry meters, JdbcClient sql, @Value("${spring.mail.host:}") String server) {
        this.mails = MultiGauge.builder("ruche.mails.undelivered")
                .description("E-mails that have not arrived")
                .register(meters);
        Gauge.builder(
                        "ruche.mails.oldest",
                        last,
                        now -> Objects.requireNonNull(now.get()).seconds())
                .baseUnit("seconds")
                .description("How long the oldest e-mail that is still to leave has been waiting")
                .register(meters);
        this.sql = sql;
        this.mailed = !server.isBlank();
    }

    private record Waiting(long fresh, long retried, long givenUp, double seconds) {}

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        var now = waiting();
        last.set(now);
        mails.register(
                List.of(
                        Row.of(Tags.of("state", "waiting"), now.fresh),
                        Row.of(Tags.of("state", "retried"), now.retried),
                        Row.of(Tags.of("state", "given-up"), now.givenUp)),
                true);
    }

    /** Each half walks an index that holds nothing else. */
    private Waiting waiting() {
        return sql.sql("select t.*, (select count(*) from notification where state = 'FAILED') as given_up from (select"
                        + " count(*) filter (where attempts = 0) as fresh, count(*) filter (where attempts > 0) as retried,"
                        + " coalesce(extract(epoch from now() - min(written_at)), 0) as seconds"
                        + " from notification where state = 'TO_SEND') t")
                .query((row, number) -> new Waiting(
                        row.getLong("fresh"),
                        row.getLong("retried"),
                        row.getLong("given_up"),
                        row.getDouble("seconds")))
                .single();
    }

    @Override
    public Health health() {
        var now = waiting();
        var health = now.seconds < LATE_SECONDS ? Health.up() : Health.status("LATE");
        return health.withDetail("server", mailed)
                .withDetail("waiting", now.fresh + now.retried)
                .withDetail("givenUp", now.givenUp)
                .withDetail("seconds", Math.round(now.seconds))
                .build();
    }
}
