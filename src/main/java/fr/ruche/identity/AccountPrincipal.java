package fr.ruche.identity;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What a signed-in session carries of its account, and the version of the account it was read from. */
final class AccountPrincipal implements UserDetails, CredentialsContainer {

    private final transient Actor actor;
    private final int stamp;
    private final List<GrantedAuthority> authorities;
    private String password;

    AccountPrincipal(Actor actor, String password, int stamp) {
        this.actor = actor;
        this.password = password;
        this.stamp = stamp;
        this.authorities = authorities(actor);
    }

    Actor actor() {
        return actor;
    }

    int stamp() {
        return stamp;
    }

    /**
     * {@code ROLE_<role>} for each role; for whoever is more than a porteur also {@code ROLE_OFFICER} and, for the
     * engine, {@code GROUP_<group>} for each group.
     */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    private static List<GrantedAuthority> authorities(Actor actor) {
        var roles = actor.memberships().stream().map(m -> "ROLE_" + m.role());
        var officer = actor.isOfficer()
                ? Stream.concat(
                        Stream.of("ROLE_OFFICER"), actor.groups().stream().map(group -> "GROUP_" + group))
                : Stream.<String>empty();
        return Stream.concat(roles, officer)
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
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
