package fr.ruche;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The real time, which a test may look at from another day: for the product and its engine alike. */
@Primary
@Component
public class TestClock extends Clock {

    private volatile Duration away = Duration.ZERO;

    /** Does something as if it were that moment, then comes back. */
    public void at(Instant moment, Runnable action) {
        away = Duration.between(Instant.now(), moment);
        ClockUtil.setCurrentTime(Date.from(moment));
        try {
            action.run();
        } finally {
            ClockUtil.reset();
            away = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(away);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
