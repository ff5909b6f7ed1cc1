package fr.ruche.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String username;
    private String displayName;
    private String email;
    private String password;
    private boolean enabled = true;

    @ElementCollection
    @CollectionTable(name = "account_membership", joinColumns = @JoinColumn(name = "account_id"))
    private Set<Held> memberships = new HashSet<>();

    /** A membership as a row: the scope is never null, because it is part of the key. */
    @Embeddable
    record Held(
            @Enumerated(EnumType.STRING) @Column(nullable = false)
            Role role,

            @Column(nullable = false) String scope) {

        static Held of(Membership membership) {
            return new Held(membership.role(), membership.scope() == null ? "" : membership.scope());
        }

        Membership membership() {
            return new Membership(role, scope.isEmpty() ? null : scope);
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String username, String displayName, String email, String password, Set<Membership> memberships) {
        this.username = username;
        this.displayName = displayName;
        this.email = email;
        this.password = password;
        memberships.stream().map(Held::of).forEach(this.memberships::add);
    }

    void describe(String name, String address, Set<Membership> held) {
        displayName = name;
        email = address;
        memberships.clear();
        held.stream().map(Held::of).forEach(memberships::add);
    }

    void setPassword(String encoded) {
        password = encoded;
    }

    void setEnabled(boolean allowed) {
        enabled = allowed;
    }

    Set<Membership> memberships() {
        return memberships.stream().map(Held::membership).collect(Collectors.toUnmodifiableSet());
    }

    Actor actor() {
        return new Actor(username, displayName, memberships());
    }

    AccountPrincipal principal() {
        return new AccountPrincipal(actor(), password, version);
    }

    boolean isOfficer() {
        return enabled && actor().isOfficer();
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    String email() {
        return email;
    }

    boolean enabled() {
        return enabled;
    }
}
