package fr.ruche.deliberation;

import fr.ruche.common.Euros;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JuryOutcomes;
import fr.ruche.jury.JurySession;
import fr.ruche.marking.DossierResult;
import fr.ruche.marking.Results;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a deliberation stands on: the dossiers of the agenda that wait for their outcome. */
@Component
class Facts {

    /** The criterion that parts dossiers of the same score, « mobilisation des habitants » (001 l.326). */
    private static final String CITIZENS = "C2";

    private final Results results;
    private final Dossiers dossiers;
    private final JuryOutcomes outcomes;
    private final Calls calls;

    Facts(Results results, Dossiers dossiers, JuryOutcomes outcomes, Calls calls) {
        this.results = results;
        this.dossiers = dossiers;
        this.outcomes = outcomes;
        this.calls = calls;
    }

    /** @throws fr.ruche.common.Conflict while marking is blind */
    List<Fact> read(JurySession session, Actor by) {
        var waiting = session.pending().stream().map(AgendaItem::dossier).collect(Collectors.toSet());
        var threshold = calls.current(session.call()).parameters().marking().threshold();
        return results.of(session.id(), by).stream()
                .filter(one -> waiting.contains(one.dossier()))
                .map(one -> fact(one, threshold))
                .toList();
    }

    private Fact fact(DossierResult result, int threshold) {
        var dossier = dossiers.get(result.dossier());
        var evaluations = dossiers.evaluations(result.dossier());
        var last = evaluations.isEmpty() ? null : evaluations.get(evaluations.size() - 1);
        var allowed = allowed(dossier, last == null ? null : last.result());
        var full = dossier.full();
        return new Fact(
                dossier.number().value(),
                dossier.title(),
                dossier.measure(),
                Objects.requireNonNullElse(dossier.territory(), ""),
                result.deliberated() == null
                        ? result.score()
                        : result.deliberated().score(),
                result.criteria().stream()
                        .filter(one -> one.code().equals(CITIZENS))
                        .map(DossierResult.CriterionResult::mean)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(Euros.ZERO),
                BigDecimal.valueOf(result.difficulty() == null ? 0 : result.difficulty()),
                Objects.requireNonNullElse(dossier.dossierReceivedAt(), dossier.createdAt()),
                dossier.requestedOperating(),
                dossier.requestedInvestment(),
                allowed[0],
                allowed[1],
                outcomes.floor(dossier.number()),
                full == null || full.minimumUseful() == null ? Euros.ZERO : full.minimumUseful(),
                failures(result, threshold, last == null ? null : last.result()),
                last == null ? null : last.result().localCofinancingRate(),
                dossier.callVersion(),
                last == null ? null : last.facts());
    }

    /** The score is held against the threshold of each scenario, so its sentence is left out here. */
    private static List<String> failures(DossierResult result, int threshold, @Nullable Assessment rules) {
        var score = result.score();
        var below = score == null ? "" : Sentences.of("results.threshold", score, threshold);
        var failures =
                result.failures().stream().filter(one -> !one.equals(below)).collect(Collectors.toList());
        if (rules != null && !rules.admissible()) {
            rules.failures().forEach(failure -> failures.add(failure.message()));
        }
        return failures;
    }

    /** The request, less what the rules of the call take off it: first where it is above the cap of its section. */
    private BigDecimal[] allowed(DossierCase dossier, @Nullable Assessment rules) {
        var operating = dossier.requestedOperating();
        var investment = dossier.requestedInvestment();
        var above = rules == null
                ? Euros.ZERO
                : operating.add(investment).subtract(rules.maximumGrant()).max(Euros.ZERO);
        var cap = calls.at(dossier.call(), dossier.callVersion())
                .measure(dossier.measure())
                .operatingCap();
        var capped = cap == null ? Euros.ZERO : operating.subtract(cap).max(Euros.ZERO);
        var fromOperating = above.min(capped);
        var fromInvestment = above.subtract(fromOperating).min(investment);
        var rest = above.subtract(fromOperating).subtract(fromInvestment);
        return new BigDecimal[] {
            operating.subtract(fromOperating).subtract(rest).max(Euros.ZERO), investment.subtract(fromInvestment)
        };
    }
}
