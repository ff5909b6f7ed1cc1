package fr.ruche;

import fr.ruche.identity.Accounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** The accounts that every integration test may count on: one per role, named like those of the demonstration. */
@Component
public class TestAccounts implements SmartInitializingSingleton {

    public static final String PASSWORD = "demonstration";

    private static final Set<String> SECTORS =
            Set.of("artois-bassin-minier", "hainaut-cambresis-douaisis", "littoral", "metropole-lilloise");

    private final Accounts accounts;
    private final UserDetailsService users;

    TestAccounts(Accounts accounts, UserDetailsService users) {
        this.accounts = accounts;
        this.users = users;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ensure("porteur", membership(Role.HOLDER));
        ensure("porteur2", membership(Role.HOLDER));
        ensure("technicien", new Membership(Role.CONFORMITY_OFFICER, "246200364"));
        ensure("technicien2", new Membership(Role.CONFORMITY_OFFICER, "200093201"));
        ensure("instructeur", instructorOfEverything());
        ensure("jure-interco", new Membership(Role.JURY_MEMBER, "246200364"));
        ensure("jure-region", new Membership(Role.JURY_MEMBER, "regional"));
        ensure("departement", new Membership(Role.CONSULTED, "departement"));
        ensure("gestionnaire", membership(Role.MANAGER));
        ensure("modeleur", membership(Role.MODELLER));
        ensure("admin", membership(Role.ADMINISTRATOR));
    }

    /** Makes the account unless it is there. */
    public void ensure(String username, Membership... memberships) {
        if (!accounts.exists(username)) {
            accounts.create(
                    username, "Compte " + username, username + "@exemple.invalid", PASSWORD, Set.of(memberships));
        }
    }

    /** Does something on this thread as if the account had signed in, then leaves the thread as it was. */
    public void as(String username, Runnable action) {
        var before = SecurityContextHolder.getContext();
        var account = users.loadUserByUsername(username);
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities())));
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static Membership membership(Role role) {
        return new Membership(role, null);
    }

    private static Membership[] instructorOfEverything() {
        return SECTORS.stream()
                .map(sector -> new Membership(Role.INSTRUCTOR, sector))
                .toArray(Membership[]::new);
    }
}
