package fr.ruche.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails leave; the server itself is {@code spring.mail.*}.
 *
 * @param from who writes; porteurs see it
 * @param attempts after how many an e-mail is given up and shown to the administrator
 * @param firstPause before the second attempt; each pause is twice the one before, {@code longestPause} at most. Longer
 *     than the timeouts of the server together, so that no e-mail is taken twice at once
 */
@ConfigurationProperties("ruche.mail")
record MailSettings(
        @DefaultValue("ne-pas-repondre@ruche.invalid") String from,
        @DefaultValue("20") int attempts,
        @DefaultValue("5m") Duration firstPause,
        @DefaultValue("6h") Duration longestPause) {

    /** What stands behind the @ of the sender. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** @param attempt counted from 1 */
    Duration pauseAfter(int attempt) {
        var pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
