package fr.ruche.identity;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What a signed-in session carries of its account, and the version of the account it was read from. */
final class AccountPrincipal implements UserDetails, CredentialsContainer {

    private final transient Actor actor;
    private final int stamp;
    private String password;

    AccountPrincipal(Actor actor, String password, int stamp) {
        this.actor = actor;
        this.password = password;
        this.stamp = stamp;
    }

    Actor actor() {
        return actor;
    }

    int stamp() {
        return stamp;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        var roles = actor.memberships().stream().map(m -> "ROLE_" + m.role());
        var officer = actor.isOfficer() ? Stream.of("ROLE_OFFICER") : Stream.<String>empty();
        return Stream.concat(roles, officer)
                .distinct()
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return actor.username();
    }

    @Override
    public void eraseCredentials() {
        password = "";
    }
}
