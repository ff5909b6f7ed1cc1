package fr.ruche.identity;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whether what a session carries of its account still holds. */
@Component
public class SessionWatch {

    private final AccountRepository accounts;

    SessionWatch(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** False once the account has been disabled, or its memberships or password have changed. */
    public boolean stillHolds(Authentication session) {
        return !(session.getPrincipal() instanceof AccountPrincipal account)
                || accounts.stampOf(account.getUsername())
                        .filter(stamp -> stamp == account.stamp())
                        .isPresent();
    }
}
