package fr.ruche.identity;

import java.util.function.Consumer;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/**
 * Does something in the name of an account, as if it had signed in: for what somebody asked for and Ruche does later.
 */
@Component
public class Acting {

    private final Actors actors;
    private final UserDetailsService users;

    Acting(Actors actors, UserDetailsService users) {
        this.actors = actors;
        this.users = users;
    }

    /** @throws org.springframework.security.core.AuthenticationException when there is no such account, or no more */
    public void as(String username, Consumer<Actor> what) {
        var before = SecurityContextHolder.getContext();
        var account = users.loadUserByUsername(username);
        if (!account.isEnabled()) {
            throw new DisabledException(username);
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
        try {
            what.accept(actors.required());
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
