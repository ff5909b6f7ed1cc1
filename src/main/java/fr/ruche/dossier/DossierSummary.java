package fr.ruche.dossier;

import fr.ruche.identity.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as a line of a list; amounts in euros.
 *
 * @param holder account of the porteur; null when all comes on paper
 * @param organisation name of the porteur
 * @param commune INSEE code
 * @param territory SIREN of the EPCI
 * @param siret digits only
 * @param dueAt when the step is due
 * @param failedRules those that the last evaluation found failing
 * @param cursor opaque: the place of this line in the list, to read on from it
 */
public record DossierSummary(
        String number,
        String call,
        DossierStatus status,
        @Nullable String title,
        @Nullable String measure,
        @Nullable String holder,
        @Nullable String organisation,
        @Nullable String siret,
        @Nullable String rna,
        @Nullable String commune,
        @Nullable String territory,
        @Nullable String sector,
        @Nullable String jury,
        @Nullable String step,
        @Nullable String stepLabel,
        @Nullable String clock,
        @Nullable Instant dueAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant ficheReceivedAt,
        @Nullable Instant dossierReceivedAt,
        BigDecimal totalCost,
        BigDecimal requestedOperating,
        BigDecimal requestedInvestment,
        @Nullable BigDecimal grantedOperating,
        @Nullable BigDecimal grantedInvestment,
        List<String> failedRules,
        @Nullable String cursor) {

    public BigDecimal requested() {
        return requestedOperating.add(requestedInvestment);
    }

    /**
     * The same line without the grant when the reader is its porteur, or was only asked for an opinion, and nothing is
     * decided yet; the latter reads neither what the rules say nor which jury has it.
     */
    DossierSummary asReadBy(Actor reader) {
        var own = reader.username().equals(holder);
        var outsider = Visibility.isOutsider(reader, this);
        if (!outsider && (status.decided() || !own)) {
            return this;
        }
        return new DossierSummary(
                number,
                call,
                status,
                title,
                measure,
                holder,
                organisation,
                siret,
                rna,
                commune,
                territory,
                sector,
                outsider ? null : jury,
                step,
                stepLabel,
                clock,
                dueAt,
                suspendedAt,
                ficheReceivedAt,
                dossierReceivedAt,
                totalCost,
                requestedOperating,
                requestedInvestment,
                status.decided() ? grantedOperating : null,
                status.decided() ? grantedInvestment : null,
                outsider ? List.of() : failedRules,
                cursor);
    }
}
