package fr.ruche.identity;

import fr.ruche.common.Sentences;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in, with what they may do.
 *
 * @param memberships one's own, and those of absent colleagues for whom one stands in today
 * @param onBehalf the absent colleague in whose name a step is being answered, null for one's own
 */
public record Actor(
        String username,
        String displayName,
        Set<Membership> memberships,
        @Nullable Absentee onBehalf) {

    public Actor(String username, String displayName, Set<Membership> memberships) {
        this(username, displayName, memberships, null);
    }

    /** Who is away while somebody else acts for them. */
    public record Absentee(String username, String displayName) {}

    /** The name under what one does: « Camille Démo », « Camille Démo, pour Dominique Démo ». */
    public String signature() {
        return onBehalf == null ? displayName : Sentences.of("actor.onBehalf", displayName, onBehalf.displayName());
    }

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

    Actor with(List<Lent> lent) {
        return lent.isEmpty()
                ? this
                : new Actor(
                        username,
                        displayName,
                        Stream.concat(memberships.stream(), lent.stream().map(Lent::membership))
                                .collect(Collectors.toUnmodifiableSet()),
                        onBehalf);
    }

    Actor inTheNameOf(Absentee absent) {
        return new Actor(username, displayName, memberships, absent);
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
                .collect(Collectors.toUnmodifiableSet());
    }
}
