package fr.ruche.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down. Wrong passwords are counted for an account from one address, and for the address as a whole;
 * both counts refill with time, so that nobody is ever locked out, and guessing at an officer's account from elsewhere
 * does not keep the officer out.
 */
@Component
class SignInThrottle {

    private static final int FOR_AN_ACCOUNT = 10;
    private static final int FOR_AN_ADDRESS = 100;
    private static final Duration REFILL = Duration.ofMinutes(10);
    private static final int REMEMBERED = 100_000;

    private final Cache<String, Bucket> accounts = remembered();
    private final Cache<String, Bucket> addresses = remembered();
    private final TimeMeter time;

    SignInThrottle(Clock clock) {
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** @throws TooManyAttempts while an attempt for this account from this address has to wait */
    void check(String address, String username) {
        waitFor(bucket(accounts, key(address, username), FOR_AN_ACCOUNT));
        waitFor(bucket(addresses, address, FOR_AN_ADDRESS));
    }

    void failed(String address, String username) {
        bucket(accounts, key(address, username), FOR_AN_ACCOUNT).tryConsume(1);
        bucket(addresses, address, FOR_AN_ADDRESS).tryConsume(1);
    }

    void succeeded(String address, String username) {
        accounts.invalidate(key(address, username));
    }

    private static void waitFor(Bucket bucket) {
        var next = bucket.estimateAbilityToConsume(1);
        if (!next.canBeConsumed()) {
            throw new TooManyAttempts(Duration.ofNanos(next.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(Cache<String, Bucket> buckets, String key, int attempts) {
        return buckets.get(
                key,
                absent -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, REFILL))
                        .build());
    }

    private static String key(String address, String username) {
        return address + " " + username.strip().toLowerCase(Locale.ROOT);
    }

    private static Cache<String, Bucket> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(REFILL.multipliedBy(2))
                .build();
    }
}
