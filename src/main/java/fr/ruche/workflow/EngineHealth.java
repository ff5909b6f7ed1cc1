package fr.ruche.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** For operators: whether the engine does by itself what is due, such as reminders and deadlines. */
@Component("engineHealthIndicator")
class EngineHealth implements HealthIndicator {

    /** The executor looks for work every minute at least. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final ManagementService management;
    private final Unrestricted unrestricted;
    private final ObjectProvider<JobExecutor> executor;
    private final Clock clock;

    EngineHealth(
            ManagementService management,
            Unrestricted unrestricted,
            ObjectProvider<JobExecutor> executor,
            Clock clock) {
        this.management = management;
        this.unrestricted = unrestricted;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var here = executor.getIfAvailable();
        var overdue = unrestricted.command(context -> management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(clock.instant().minus(LATE)))
                .count());
        var running = here != null && here.isActive();
        var health = here != null && !running ? Health.down() : overdue == 0 ? Health.up() : Health.status("LATE");
        return health.withDetail("jobExecutor", here == null ? "off" : running ? "active" : "stopped")
                .withDetail("overdue", overdue)
                .build();
    }
}
