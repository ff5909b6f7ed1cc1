package fr.ruche.identity.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void nobodyIsLockedOutForEver() {
        fail("192.0.2.1", "agent", 10);
        assertThatThrownBy(() -> throttle.check("192.0.2.1", "agent")).isInstanceOf(TooManyAttempts.class);
        now = now.plus(Duration.ofMinutes(1));
        assertThatCode(() -> throttle.check("192.0.2.1", "agent")).doesNotThrowAnyException();
    }

    @Test
    void guessingFromElsewhereDoesNotKeepTheOfficerOut() {
        fail("192.0.2.1", "agent", 10);
        assertThatCode(() -> throttle.check("192.0.2.2", "agent")).doesNotThrowAnyException();
    }

    @Test
    void theNameIsTheSameHoweverItIsTyped() {
        fail("192.0.2.1", "agent", 5);
        fail("192.0.2.1", " AGENT ", 5);
        assertThatThrownBy(() -> throttle.check("192.0.2.1", "agent")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void tryingManyAccountsFromOneAddressIsSlowedDownToo() {
        for (var i = 0; i < 100; i++) {
            fail("192.0.2.1", "agent-" + i, 1);
        }
        assertThatThrownBy(() -> throttle.check("192.0.2.1", "another")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void aGoodPasswordForgivesTheTypingErrorsBeforeIt() {
        fail("192.0.2.1", "agent", 9);
        throttle.succeeded("192.0.2.1", "agent");
        fail("192.0.2.1", "agent", 9);
        assertThatCode(() -> throttle.check("192.0.2.1", "agent")).doesNotThrowAnyException();
    }

    private void fail(String address, String username, int times) {
        for (var i = 0; i < times; i++) {
            throttle.check(address, username);
            throttle.failed(address, username);
        }
    }
}
