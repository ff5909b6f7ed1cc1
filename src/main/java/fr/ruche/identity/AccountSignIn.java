package fr.ruche.identity;

import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** A disabled account is answered like one that does not exist, so that neither can be told from a wrong password. */
@Component
class AccountSignIn implements UserDetailsService {

    private final AccountRepository accounts;

    AccountSignIn(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public AccountPrincipal loadUserByUsername(String username) {
        return accounts.findByUsername(Accounts.normal(username))
                .filter(Account::enabled)
                .map(Account::principal)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
