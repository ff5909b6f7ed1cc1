package fr.ruche.identity.web;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The one check of a password, for our page and for HTTP Basic. */
@Component
class ThrottledSignIn extends DaoAuthenticationProvider {

    private static final int LONGEST = 200;

    private final SignInThrottle throttle;

    ThrottledSignIn(UserDetailsService accounts, PasswordEncoder encoder, SignInThrottle throttle) {
        super(accounts);
        setPasswordEncoder(encoder);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        var username = attempt.getName()
                .substring(0, Math.min(LONGEST, attempt.getName().length()));
        throttle.check(address, username);
        try {
            var signedIn = super.authenticate(attempt);
            throttle.succeeded(address, username);
            return signedIn;
        } catch (BadCredentialsException wrong) {
            throttle.failed(address, username);
            throw wrong;
        }
    }
}
