package fr.ruche.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** For operators: how far sealing is behind what was done. */
@Component("sealing")
class SealingHealth implements HealthIndicator {

    /** Sealing comes round every few seconds: what waits longer is not going to be sealed by itself. */
    private static final double LATE_SECONDS = 900;

    private final Sealer sealer;
    private final AtomicReference<Sealer.Waiting> waiting = new AtomicReference<>(new Sealer.Waiting(0, 0));

    SealingHealth(Sealer sealer, MeterRegistry meters) {
        this.sealer = sealer;
        Gauge.builder(
                        "ruche.audit.unsealed",
                        waiting,
                        now -> Objects.requireNonNull(now.get()).facts())
                .description("Facts that await their seal")
                .register(meters);
        Gauge.builder(
                        "ruche.audit.lag",
                        waiting,
                        now -> Objects.requireNonNull(now.get()).seconds())
                .baseUnit("seconds")
                .description("How long the first fact that awaits its seal has been waiting")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        waiting.set(sealer.waiting());
    }

    @Override
    public Health health() {
        var now = sealer.waiting();
        var health = now.seconds() < LATE_SECONDS ? Health.up() : Health.status("LATE");
        return health.withDetail("unsealed", now.facts())
                .withDetail("seconds", Math.round(now.seconds()))
                .build();
    }
}
