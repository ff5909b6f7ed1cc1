package fr.ruche.identity;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a username, a password and a membership must be. */
final class AccountRules {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final Set<Role> SCOPED =
            Set.of(Role.CONFORMITY_OFFICER, Role.INSTRUCTOR, Role.JURY_MEMBER, Role.CONSULTED);
    private static final int SHORTEST_PASSWORD = 12;
    /** BCrypt reads no further. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private AccountRules() {}

    static void check(String username, String name, String email, String password, Set<Membership> memberships) {
        var faults = new ArrayList<Fault>();
        if (!USERNAME.matcher(username).matches()) {
            faults.add(new Fault("username", "USERNAME", Sentences.of("account.username")));
        }
        faults.addAll(description(name, email, memberships));
        faults.addAll(password(username, password));
        Rejected.ifAny(faults);
    }

    static void check(String name, String email, Set<Membership> memberships) {
        Rejected.ifAny(description(name, email, memberships));
    }

    static void checkPassword(String username, String password) {
        Rejected.ifAny(password(username, password));
    }

    private static List<Fault> description(String name, String email, Set<Membership> memberships) {
        var faults = new ArrayList<Fault>();
        if (name.isBlank() || name.length() > 120) {
            faults.add(new Fault("displayName", "REQUIRED", Sentences.of("account.displayName")));
        }
        if (!EMAIL.matcher(email).matches()) {
            faults.add(new Fault("email", "EMAIL", Sentences.of("account.email", email)));
        }
        memberships.stream().filter(AccountRules::wrong).forEach(m -> faults.add(wrongScope(m)));
        return faults;
    }

    private static boolean wrong(Membership membership) {
        var scope = membership.scope();
        return SCOPED.contains(membership.role())
                ? scope == null || !SCOPE.matcher(scope).matches()
                : scope != null;
    }

    private static Fault wrongScope(Membership membership) {
        return new Fault(
                "memberships",
                "SCOPE",
                SCOPED.contains(membership.role())
                        ? Sentences.of("account.scope.required", membership.role())
                        : Sentences.of("account.scope.none", membership.role()));
    }

    private static List<Fault> password(String username, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return List.of(new Fault("password", "PASSWORD", Sentences.of("account.password.short")));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return List.of(new Fault("password", "PASSWORD", Sentences.of("account.password.long")));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            return List.of(new Fault("password", "PASSWORD", Sentences.of("account.password.name")));
        }
        return List.of();
    }
}
