package fr.ruche.workflow.web;

import fr.ruche.workflow.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The officer of the current request, as the engine knows them: the signed-in session carries the groups as authorities
 * {@code GROUP_<group>}, to which those come that absent colleagues lend today. Whoever has none is nobody to the
 * engine.
 */
record EngineCaller(String id, List<String> groups) {

    private static final String GROUP = "GROUP_";

    static Optional<EngineCaller> current(Directory directory) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(EngineCaller::of)
                .filter(caller -> !caller.groups().isEmpty())
                .map(caller -> caller.with(directory.lentGroups(caller.id())));
    }

    private static EngineCaller of(Authentication session) {
        var groups = session.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(GROUP))
                .map(authority -> authority.substring(GROUP.length()))
                .toList();
        return new EngineCaller(session.getName(), groups);
    }

    private EngineCaller with(Set<String> lent) {
        return lent.isEmpty()
                ? this
                : new EngineCaller(
                        id,
                        Stream.concat(groups.stream(), lent.stream()).distinct().toList());
    }
}
