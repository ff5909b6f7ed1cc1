package fr.ruche.identity;

import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one store of accounts: porteurs and officers, for our pages, our API and, read-only, the engine. */
@Service
@Transactional
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;

    Accounts(AccountRepository accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    /**
     * @param username 2 to 40 lower-case letters, digits and hyphens
     * @param password 12 characters at least, 72 bytes at most; kept only as a hash
     * @throws fr.ruche.common.Rejected naming each fault: {@code username}, {@code displayName}, {@code email},
     *     {@code password}, {@code memberships}
     * @throws Conflict when the name is taken
     */
    public Actor create(
            String username, String displayName, String email, String password, Set<Membership> memberships) {
        AccountRules.check(username, displayName, email, password, memberships);
        if (accounts.existsByUsername(username)) {
            throw new Conflict(Sentences.of("account.taken"));
        }
        return accounts.save(new Account(username, displayName, email, encoder.encode(password), memberships))
                .actor();
    }

    /** Replaces the description and all the memberships; sessions that are open are asked to sign in again. */
    public void update(String username, String displayName, String email, Set<Membership> memberships) {
        AccountRules.check(displayName, email, memberships);
        get(username).describe(displayName, email, memberships);
    }

    /** Open sessions are asked to sign in again. */
    public void changePassword(String username, String password) {
        AccountRules.checkPassword(username, password);
        get(username).setPassword(encoder.encode(password));
    }

    /** Closes the door at once, open sessions included; nothing of what the account did is lost. */
    public void disable(String username) {
        get(username).setEnabled(false);
    }

    public void enable(String username) {
        get(username).setEnabled(true);
    }

    @Transactional(readOnly = true)
    public boolean exists(String username) {
        return accounts.existsByUsername(normal(username));
    }

    /** Also finds disabled accounts: who did something stays known by name. */
    @Transactional(readOnly = true)
    public Optional<Summary> find(String username) {
        return accounts.findByUsername(normal(username)).map(Accounts::summary);
    }

    /** Every account, by name; the disabled ones too. */
    @Transactional(readOnly = true)
    public List<Summary> all() {
        return accounts.findAllByOrderByUsername().stream()
                .map(Accounts::summary)
                .toList();
    }

    /** The usernames of the enabled accounts that hold this role for this scope, in order. */
    @Transactional(readOnly = true)
    public List<String> holding(Membership membership) {
        var held = Account.Held.of(membership);
        return accounts.holding(held.role(), held.scope());
    }

    /** @param memberships in a stable order */
    public record Summary(
            String username, String displayName, String email, boolean enabled, List<Membership> memberships) {}

    private static Summary summary(Account account) {
        var memberships = account.memberships().stream()
                .sorted(Comparator.comparing(Membership::group))
                .toList();
        return new Summary(account.username(), account.displayName(), account.email(), account.enabled(), memberships);
    }

    private Account get(String username) {
        return accounts.findByUsername(normal(username))
                .orElseThrow(() -> new NotFound(Sentences.of("account.unknown")));
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
