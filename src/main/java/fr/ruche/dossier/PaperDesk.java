package fr.ruche.dossier;

import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Accounts;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who writes down what came on paper: fiches go to the intercommunality and full dossiers to the Region (001 l.13-17),
 * so a conformity officer of the territory and an instructor of the sector; a manager may do both.
 */
@Component
class PaperDesk {

    private final Accounts accounts;
    private final Clock clock;

    PaperDesk(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether the dossier waits for something that this officer may register. */
    static boolean takes(Actor officer, DossierCase dossier) {
        if (dossier.step() == null || dossier.status() == DossierStatus.BROUILLON) {
            return false;
        }
        return Step.FICHE.contains(dossier.step())
                ? takesFiche(officer, dossier.territory())
                : Step.FULL_DEPOSIT.contains(dossier.step()) && takesFull(officer, dossier.sector());
    }

    private static boolean takesFiche(Actor officer, @Nullable String territory) {
        return officer.is(Role.MANAGER) || officer.is(Role.CONFORMITY_OFFICER, territory);
    }

    private static boolean takesFull(Actor officer, @Nullable String sector) {
        return officer.is(Role.MANAGER) || officer.is(Role.INSTRUCTOR, sector);
    }

    /** A place that is not known yet is a fault of the fiche, and no reason to send the officer away. */
    static void requireFiche(Actor officer, @Nullable Place place) {
        var allowed = place == null
                ? officer.is(Role.MANAGER)
                        || !officer.scopes(Role.CONFORMITY_OFFICER).isEmpty()
                : takesFiche(officer, place.territory());
        if (!allowed) {
            throw new Forbidden(Sentences.of("paper.fiche.forbidden"));
        }
    }

    static void require(Actor officer, DossierCase dossier) {
        if (!takes(officer, dossier)) {
            throw new Forbidden(Sentences.of("paper.forbidden"));
        }
    }

    /** What cannot be true of an arrival. */
    List<Fault> faults(Arrival arrival) {
        var faults = new ArrayList<Fault>();
        var received = ParisTime.dayOf(arrival.receivedAt());
        if (arrival.receivedAt().isAfter(clock.instant())) {
            faults.add(new Fault("receivedAt", "DATE", Sentences.of("paper.receivedAt.future")));
        }
        if (arrival.postmark() != null && arrival.postmark().isAfter(received)) {
            faults.add(new Fault("postmark", "DL-01", Sentences.of("paper.postmark.late")));
        }
        return faults;
    }

    /** The account of the porteur, if he has one: he then follows his dossier online. */
    @Nullable String holder(@Nullable String account) {
        if (account == null || account.isBlank()) {
            return null;
        }
        return accounts.find(account)
                .filter(known -> known.enabled() && known.memberships().contains(new Membership(Role.HOLDER, null)))
                .map(Accounts.Summary::username)
                .orElseThrow(() -> Rejected.because("account", "ACCOUNT", Sentences.of("paper.account.unknown")));
    }
}
