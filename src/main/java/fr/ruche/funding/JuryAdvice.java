package fr.ruche.funding;

import fr.ruche.dossier.DossierNumber;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the jury said: the decision reads it, the jury module knows it. */
public interface JuryAdvice {

    /** The last outcome recorded; empty when no jury has seen the dossier. */
    Optional<Advice> on(DossierNumber dossier);

    /**
     * @param label the outcome in French
     * @param proposes the decision that follows from it
     * @param rank on the reserve list of its session, from 1; null elsewhere, or where the session ranked nothing
     * @param operating granted, in euros; zero when not favourable
     */
    record Advice(
            String label,
            DecisionOutcome proposes,
            @Nullable Integer rank,
            BigDecimal operating,
            BigDecimal investment,
            @Nullable String reason) {}
}
