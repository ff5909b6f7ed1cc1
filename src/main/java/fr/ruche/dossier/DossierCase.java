package fr.ruche.dossier;

import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Conformity;
import fr.ruche.programme.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as other modules and pages read it.
 *
 * @param callVersion version of the call's parameters by which it is judged
 * @param holder account of the porteur; null when all comes on paper
 * @param territory SIREN of the EPCI that checks conformity; null until the fiche names a commune
 * @param sector code of the sector that instructs
 * @param route null until routed
 * @param jury {@code regional} or the SIREN of the EPCI; null until routed
 * @param step id of the user task or event on which it waits, null when ended
 * @param clock who holds it now: {@code PORTEUR}, {@code INTERCOMMUNALITE}, {@code REGION}, {@code JURY}; null when
 *     ended
 * @param dueAt when that step is due
 * @param consulted the services that are or were asked for their opinion
 * @param grantedOperating null until the jury or the decision says
 * @param silence null until the full dossier is received, and once something was decided
 * @param suspendedAt since when it is suspended ({@link Suspensions}), null when it is not
 * @param revision changes at every write; a page sends it back so that a stale page is refused
 */
public record DossierCase(
        DossierNumber number,
        String call,
        int callVersion,
        DossierStatus status,
        @Nullable String holder,
        Fiche fiche,
        @Nullable FullDossier full,
        @Nullable String territory,
        @Nullable String sector,
        @Nullable Conformity conformity,
        @Nullable Boolean uncoveredNeed,
        @Nullable Route route,
        @Nullable String routeReason,
        @Nullable String jury,
        Set<String> consulted,
        @Nullable String step,
        @Nullable String stepLabel,
        @Nullable String clock,
        @Nullable Instant dueAt,
        @Nullable Arrival ficheArrival,
        @Nullable Arrival dossierArrival,
        BigDecimal totalCost,
        BigDecimal requestedOperating,
        BigDecimal requestedInvestment,
        @Nullable BigDecimal grantedOperating,
        @Nullable BigDecimal grantedInvestment,
        @Nullable Silence silence,
        ExtraDays extraDays,
        @Nullable Instant suspendedAt,
        Instant createdAt,
        long revision) {

    public String title() {
        return fiche.title() == null ? Sentences.of("dossier.untitled") : fiche.title();
    }

    /** What a service that is asked for its opinion reads of it: what the porteur wrote, and where it stands. */
    DossierCase asConsulted() {
        return new DossierCase(
                number,
                call,
                callVersion,
                status,
                null,
                fiche,
                full == null ? null : full.withoutAccount(),
                territory,
                sector,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                step,
                stepLabel,
                clock,
                dueAt,
                ficheArrival,
                dossierArrival,
                totalCost,
                requestedOperating,
                requestedInvestment,
                status.decided() ? grantedOperating : null,
                status.decided() ? grantedInvestment : null,
                null,
                extraDays,
                suspendedAt,
                createdAt,
                revision);
    }

    public @Nullable Instant ficheReceivedAt() {
        return ficheArrival == null ? null : ficheArrival.receivedAt();
    }

    public @Nullable Instant dossierReceivedAt() {
        return dossierArrival == null ? null : dossierArrival.receivedAt();
    }

    public boolean heldBy(Actor actor) {
        return actor.username().equals(holder);
    }

    /** Whether it waits for its porteur. */
    public boolean waitsForPorteur() {
        return "PORTEUR".equals(clock);
    }

    public boolean suspended() {
        return suspendedAt != null;
    }

    public String measure() {
        return fiche.measure() == null ? "" : fiche.measure();
    }
}
