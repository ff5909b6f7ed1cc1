package fr.ruche.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** For operators: the e-mails that have not arrived, those that are tried again and those that were given up. */
@Component
class MailGauges {

    private final MultiGauge mails;
    private final Outbox outbox;

    MailGauges(MeterRegistry meters, Outbox outbox) {
        this.mails = MultiGauge.builder("ruche.mails.undelivered")
                .description("E-mails that have not arrived")
                .register(meters);
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        var undelivered = outbox.undelivered();
        var givenUp = undelivered.stream().filter(Undelivered::givenUp).count();
        mails.register(
                List.of(
                        Row.of(Tags.of("state", "retried"), undelivered.size() - givenUp),
                        Row.of(Tags.of("state", "given-up"), givenUp)),
                true);
    }
}
