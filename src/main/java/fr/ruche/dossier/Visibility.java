package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Who may see a dossier: its porteur always; a manager once it is no draft; the officers of its territory, its sector
 * and its jury once its fiche is deposited. Said twice, for one dossier and for a list; the tests hold both together.
 */
final class Visibility {

    private Visibility() {}

    static boolean allows(Actor actor, DossierCase dossier) {
        if (actor.is(Role.HOLDER) && dossier.heldBy(actor)) {
            return true;
        }
        if (dossier.status() == DossierStatus.BROUILLON) {
            return false;
        }
        return actor.is(Role.MANAGER) || (dossier.ficheReceivedAt() != null && isOfficer(actor, dossier));
    }

    private static boolean isOfficer(Actor actor, DossierCase dossier) {
        return in(actor.scopes(Role.CONFORMITY_OFFICER), dossier.territory())
                || in(actor.scopes(Role.INSTRUCTOR), dossier.sector())
                || in(actor.scopes(Role.JURY_MEMBER), dossier.jury());
    }

    private static boolean in(Set<String> scopes, @Nullable String scope) {
        return scope != null && scopes.contains(scope);
    }

    /** The same as conditions on {@code d}, each of which suffices; their values are added. */
    static List<String> ways(Actor actor, MapSqlParameterSource values) {
        var ways = new ArrayList<String>();
        if (actor.is(Role.HOLDER)) {
            ways.add("d.holder = :me");
            values.addValue("me", actor.username());
        }
        if (actor.is(Role.MANAGER)) {
            ways.add("d.status <> 'BROUILLON'"); // what an officer sees is part of it
            return ways;
        }
        officer(ways, values, "territory", actor.scopes(Role.CONFORMITY_OFFICER));
        officer(ways, values, "sector", actor.scopes(Role.INSTRUCTOR));
        officer(ways, values, "jury", actor.scopes(Role.JURY_MEMBER));
        return ways.isEmpty() ? List.of("false") : ways;
    }

    private static void officer(List<String> ways, MapSqlParameterSource values, String scope, Set<String> held) {
        if (!held.isEmpty()) {
            ways.add("d.status <> 'BROUILLON' and d.fiche_received_at is not null and d." + scope + " in (:my_" + scope
                    + ")");
            values.addValue("my_" + scope, held);
        }
    }
}
