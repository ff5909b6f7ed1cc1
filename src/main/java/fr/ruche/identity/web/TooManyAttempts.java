package fr.ruche.identity.web;

import fr.ruche.common.Sentences;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody has guessed too often; it says nothing of whether the account exists. */
final class TooManyAttempts extends AuthenticationException {

    private final Duration pause;

    TooManyAttempts(Duration pause) {
        super("too many attempts");
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }

    String french() {
        var minutes = Math.max(1, (pause.toSeconds() + 59) / 60);
        return Sentences.of("signIn.tooMany", minutes);
    }
}
