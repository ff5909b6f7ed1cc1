package fr.ruche.identity;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who is signed in, with what they may do. */
public record Actor(String username, String displayName, Set<Membership> memberships) {

    public boolean is(Role role) {
        return memberships.stream().anyMatch(m -> m.role() == role);
    }

    public boolean is(Role role, @Nullable String scope) {
        return scope != null && memberships.contains(new Membership(role, scope));
    }

    /** Anything but a porteur: whoever may use the engine's applications. */
    public boolean isOfficer() {
        return memberships.stream().anyMatch(m -> m.role() != Role.HOLDER);
    }

    /**
     * The groups that the engine knows of this officer, {@code officers} first, then those of the roles whatever their
     * scope ({@code conformity}), then those with a scope; none for a mere porteur.
     */
    public List<String> groups() {
        return isOfficer()
                ? Stream.of(Stream.of("officers"), held(m -> m.role().group()), held(Membership::group))
                        .flatMap(names -> names)
                        .distinct()
                        .toList()
                : List.of();
    }

    private Stream<String> held(Function<Membership, String> name) {
        return memberships.stream()
                .filter(m -> m.role() != Role.HOLDER)
                .map(name)
                .sorted();
    }

    /** The scopes for which the role is held. */
    public Set<String> scopes(Role role) {
        return memberships.stream()
                .filter(m -> m.role() == role && m.scope() != null)
                .map(m -> java.util.Objects.requireNonNull(m.scope()))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
