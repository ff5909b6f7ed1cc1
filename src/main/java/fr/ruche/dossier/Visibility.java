package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Who may see a dossier: its porteur always; a manager once it is no draft; the officers of its territory, its sector
 * and its jury once its fiche is deposited; and nobody but its porteur whom a conflict of interest keeps from it. A
 * service that was asked for its opinion reads what it was asked about, and nothing of what others say of it. Said
 * twice, for one dossier and for a list; the tests hold both together.
 */
final class Visibility {

    private static final String RECEIVED = "d.status <> 'BROUILLON' and d.fiche_received_at is not null and ";

    private Visibility() {}

    /** Whoever may read it, those too who were only asked for their opinion. */
    static boolean lets(Actor actor, DossierCase dossier, KeptAway kept) {
        return lets(actor, dossier, number -> kept.is(actor, number));
    }

    /** @param away says from which dossiers this person is kept */
    static boolean lets(Actor actor, DossierCase dossier, Predicate<DossierNumber> away) {
        return isHolder(actor, dossier)
                || (concerns(actor, dossier) || consulted(actor, dossier)) && !away.test(dossier.number());
    }

    private static boolean consulted(Actor actor, DossierCase dossier) {
        return dossier.status() != DossierStatus.BROUILLON
                && dossier.ficheReceivedAt() != null
                && !Collections.disjoint(actor.scopes(Role.CONSULTED), dossier.consulted());
    }

    static boolean allows(Actor actor, DossierCase dossier, KeptAway kept) {
        return isHolder(actor, dossier) || (concerns(actor, dossier) && !kept.is(actor, dossier.number()));
    }

    private static boolean isHolder(Actor actor, DossierCase dossier) {
        return actor.is(Role.HOLDER) && dossier.heldBy(actor);
    }

    private static boolean concerns(Actor actor, DossierCase dossier) {
        if (dossier.status() == DossierStatus.BROUILLON) {
            return false;
        }
        return actor.is(Role.MANAGER)
                || (dossier.ficheReceivedAt() != null
                        && isOfficer(actor, dossier.territory(), dossier.sector(), dossier.jury()));
    }

    /** Whether a dossier that was received, of this territory, sector and jury, is one of this officer's. */
    static boolean isOfficer(Actor actor, @Nullable String territory, @Nullable String sector, @Nullable String jury) {
        return actor.is(Role.MANAGER)
                || in(actor.scopes(Role.CONFORMITY_OFFICER), territory)
                || in(actor.scopes(Role.INSTRUCTOR), sector)
                || in(actor.scopes(Role.JURY_MEMBER), jury);
    }

    /** Whether somebody whose list has this line was only asked for an opinion. */
    static boolean isOutsider(Actor actor, DossierSummary line) {
        return !actor.username().equals(line.holder())
                && !isOfficer(actor, line.territory(), line.sector(), line.jury());
    }

    private static boolean in(Set<String> scopes, @Nullable String scope) {
        return scope != null && scopes.contains(scope);
    }

    /**
     * The same as conditions on {@code d}, each of which suffices; their values are added.
     *
     * @param kept numbers of the dossiers from which this person is kept; few or none, and none is the ordinary case,
     *     whose conditions are those of the partial indexes
     */
    static List<String> ways(Actor actor, Set<String> kept, MapSqlParameterSource values) {
        var ways = officers(actor, values);
        if (!kept.isEmpty()) {
            values.addValue("kept", kept);
            ways.replaceAll(way -> way + " and d.number not in (:kept)");
        }
        if (actor.is(Role.HOLDER)) {
            ways.add(0, "d.holder = :me");
            values.addValue("me", actor.username());
        }
        return ways.isEmpty() ? List.of("false") : ways;
    }

    private static List<String> officers(Actor actor, MapSqlParameterSource values) {
        var ways = new ArrayList<String>();
        if (actor.is(Role.MANAGER)) {
            ways.add("d.status <> 'BROUILLON'"); // what an officer sees is part of it
            return ways;
        }
        officer(ways, values, "territory", actor.scopes(Role.CONFORMITY_OFFICER));
        officer(ways, values, "sector", actor.scopes(Role.INSTRUCTOR));
        officer(ways, values, "jury", actor.scopes(Role.JURY_MEMBER));
        var services = actor.scopes(Role.CONSULTED);
        if (!services.isEmpty()) {
            ways.add(RECEIVED + "d.consulted <> '{}' and d.consulted && cast(:my_services as text[])");
            values.addValue("my_services", services.toArray(String[]::new));
        }
        return ways;
    }

    private static void officer(List<String> ways, MapSqlParameterSource values, String scope, Set<String> held) {
        if (!held.isEmpty()) {
            ways.add(RECEIVED + "d." + scope + " in (:my_" + scope + ")");
            values.addValue("my_" + scope, held);
        }
    }
}
