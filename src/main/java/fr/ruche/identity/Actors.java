package fr.ruche.identity;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.workflow.Behalf;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting now: the account of the current request. */
@Component
public class Actors {

    private final AccountRepository accounts;
    private final Lendings lendings;

    Actors(AccountRepository accounts, Lendings lendings) {
        this.accounts = accounts;
        this.lendings = lendings;
    }

    /** Empty for the public and for what Ruche does by itself. */
    public Optional<Actor> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(someone -> !(someone instanceof AnonymousAuthenticationToken))
                .flatMap(this::actor)
                .map(this::named);
    }

    /** @throws fr.ruche.common.Forbidden when nobody is signed in */
    public Actor required() {
        return current().orElseThrow(() -> new Forbidden(Sentences.of("actor.none")));
    }

    /** Disabled accounts too: what they did keeps its name. */
    public Optional<Actor> find(String username) {
        return accounts.findByUsername(Accounts.normal(username))
                .map(Account::actor)
                .map(this::lent);
    }

    /**
     * The account that answers a step now, with the absent colleague in whose name it does.
     *
     * @throws fr.ruche.common.Forbidden when there is no such account
     */
    public Actor answering(String username) {
        return find(username).map(this::named).orElseThrow(() -> new Forbidden(Sentences.of("actor.unknown")));
    }

    private Optional<Actor> actor(Authentication someone) {
        return someone.getPrincipal() instanceof AccountPrincipal signedIn
                ? Optional.of(lent(signedIn.actor()))
                : find(someone.getName());
    }

    private Actor lent(Actor own) {
        return own.with(lendings.to(own.username()));
    }

    private Actor named(Actor someone) {
        return Behalf.current()
                .flatMap(accounts::findByUsername)
                .map(Account::actor)
                .map(absent -> someone.inTheNameOf(new Actor.Absentee(absent.username(), absent.displayName())))
                .orElse(someone);
    }
}
