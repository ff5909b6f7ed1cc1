package fr.ruche.identity;

import fr.ruche.common.Forbidden;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting now: the account of the current request. */
@Component
public class Actors {

    private final AccountRepository accounts;

    Actors(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Empty for the public and for what Ruche does by itself. */
    public Optional<Actor> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(someone -> !(someone instanceof AnonymousAuthenticationToken))
                .flatMap(this::actor);
    }

    /** @throws fr.ruche.common.Forbidden when nobody is signed in */
    public Actor required() {
        return current().orElseThrow(() -> new Forbidden("Connectez-vous pour continuer."));
    }

    /** Disabled accounts too: what they did keeps its name. */
    public Optional<Actor> find(String username) {
        return accounts.findByUsername(Accounts.normal(username)).map(Account::actor);
    }

    private Optional<Actor> actor(Authentication someone) {
        return someone.getPrincipal() instanceof AccountPrincipal signedIn
                ? Optional.of(signedIn.actor())
                : find(someone.getName());
    }
}
