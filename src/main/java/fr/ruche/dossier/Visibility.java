package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** The same as a condition on {@code d}; its values are added to the map. */
    static String condition(Actor actor, Map<String, Object> values) {
        var ways = new ArrayList<String>();
        if (actor.is(Role.HOLDER)) {
            ways.add("d.holder = :me");
            values.put("me", actor.username());
        }
        if (actor.is(Role.MANAGER)) {
            ways.add("d.status <> fr.ruche.dossier.DossierStatus.BROUILLON");
        }
        officer(ways, values, "territory", actor.scopes(Role.CONFORMITY_OFFICER));
        officer(ways, values, "sector", actor.scopes(Role.INSTRUCTOR));
        officer(ways, values, "jury", actor.scopes(Role.JURY_MEMBER));
        return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
    }

    private static void officer(ArrayList<String> ways, Map<String, Object> values, String scope, Set<String> held) {
        if (!held.isEmpty()) {
            ways.add("(d.status <> fr.ruche.dossier.DossierStatus.BROUILLON and d.ficheReceivedAt is not null and d."
                    + scope + " in :my_" + scope + ")");
            values.put("my_" + scope, held);
        }
    }
}
