package fr.ruche.commission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.DecisionOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier on the list of a meeting; euros.
 *
 * @param jury {@code regional} or the SIREN of the EPCI; null for a dossier that no jury has seen
 * @param advice the opinion of the jury in French, null without one
 * @param proposed what follows from the opinion of the jury
 * @param outcome what the commission is asked to decide
 * @param rank on the reserve list of its session of the jury, from 1; null elsewhere, or where the jury ranked nothing
 * @param operating granted by that outcome; zero when rejected
 * @param motive why it differs from the opinion, or why it is rejected
 * @param doneAt when the decision was recorded and its letter left; null before
 * @param refusal why it could not be, the last time; with {@code doneAt}, that it was decided elsewhere instead; null
 *     when nothing was refused
 */
public record MeetingItem(
        DossierNumber dossier,
        String title,
        @Nullable String organisation,
        String measure,
        @Nullable String jury,
        @Nullable String advice,
        BigDecimal requested,
        DecisionOutcome proposed,
        DecisionOutcome outcome,
        @Nullable Integer rank,
        BigDecimal operating,
        BigDecimal investment,
        @Nullable String motive,
        List<Recused> recusals,
        @Nullable Instant doneAt,
        @Nullable String refusal) {

    /** A member of the commission who took no part in the vote on the dossier. */
    public record Recused(String name, String motive) {}

    /** What is decided, in French, with the rank on the reserve list. */
    @JsonIgnore
    public String decision() {
        return rank == null ? outcome.label() : Sentences.of("commission.ranked", outcome.label(), rank);
    }

    public BigDecimal granted() {
        return operating.add(investment);
    }

    public boolean pending() {
        return doneAt == null;
    }
}
