package fr.ruche.funding;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import fr.ruche.programme.Assessment;
import fr.ruche.programme.Calls;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of the commission permanente on the dossiers. */
@Service
@Transactional
public class FundingDecisions {

    private final EntityManager database;
    private final Dossiers dossiers;
    private final Envelopes envelopes;
    private final DecisionHistory decisions;
    private final DecisionRules rules;
    private final JuryAdvice jury;
    private final Calls calls;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FundingDecisions(
            EntityManager database,
            Dossiers dossiers,
            Envelopes envelopes,
            DecisionHistory decisions,
            DecisionRules rules,
            JuryAdvice jury,
            Calls calls,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.dossiers = dossiers;
        this.envelopes = envelopes;
        this.decisions = decisions;
        this.rules = rules;
        this.jury = jury;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a deliberation: a grant commits the amounts of the jury, anything else gives them back.
     *
     * @throws Rejected naming each missing or impossible field, or the envelope that does not suffice
     */
    public void decide(DossierNumber number, DecisionAnswer answer, Actor by) {
        var dossier = dossiers.get(number);
        var failing = failingRules(number);
        rules.check(dossier, answer, knownReason(number, failing));
        spend(dossier, answer.outcome());
        var decision = decision(dossier, answer, failing, by);
        database.persist(new FundingDecision(number, decision, by));
        dossiers.note(number, "DECISION_RECORDED", sentence(decision));
    }

    /** Tells the dossier and the porteur what was last decided. */
    public void notify(DossierNumber number) {
        var decision = latest(number).orElseThrow();
        dossiers.become(number, DossierStatus.valueOf(decision.outcome().name()), Sentences.of("decision.told"));
        events.publishEvent(new DecisionTaken(number, decision));
    }

    /** Every decision taken, the oldest first. */
    @Transactional(readOnly = true)
    public List<Decision> history(DossierNumber number) {
        return decisions.findByDossierOrderByDecidedAt(number.value()).stream()
                .map(FundingDecision::toDecision)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Decision> latest(DossierNumber number) {
        var all = history(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private void spend(DossierCase dossier, DecisionOutcome outcome) {
        if (outcome == DecisionOutcome.ATTRIBUE) {
            envelopes.commit(
                    dossier.number(),
                    dossier.call(),
                    Objects.requireNonNull(dossier.jury()),
                    dossier.measure(),
                    DecisionRules.amount(dossier.grantedOperating()),
                    DecisionRules.amount(dossier.grantedInvestment()));
        } else {
            var why = Sentences.of("decision.released", outcome.label());
            if (dossier.status() == DossierStatus.LISTE_COMPLEMENTAIRE) {
                envelopes.releaseToReserve(dossier.number(), why);
            } else {
                envelopes.release(dossier.number(), why);
            }
        }
    }

    private Decision decision(DossierCase dossier, DecisionAnswer answer, List<String> failing, Actor by) {
        var granted = answer.outcome() != DecisionOutcome.REJETE;
        var reserve = answer.outcome() == DecisionOutcome.LISTE_COMPLEMENTAIRE;
        var known = answer.outcome() == DecisionOutcome.REJETE ? knownReason(dossier.number(), failing) : null;
        return new Decision(
                answer.outcome(),
                Objects.requireNonNull(answer.deliberationNumber()),
                Objects.requireNonNull(answer.deliberationDate()),
                answer.reason() == null ? known : answer.reason(),
                granted ? List.of() : failing,
                granted ? DecisionRules.amount(dossier.grantedOperating()) : Euros.ZERO,
                granted ? DecisionRules.amount(dossier.grantedInvestment()) : Euros.ZERO,
                reserve ? jury.on(dossier.number()).map(JuryAdvice.Advice::rank).orElse(null) : null,
                reserve ? reserveUntil(dossier) : null,
                by.signature(),
                clock.instant());
    }

    private LocalDate reserveUntil(DossierCase dossier) {
        var days = calls.current(dossier.call()).parameters().delays().reserveDays();
        return ParisTime.dayOf(clock.instant()).plusDays(days);
    }

    private @Nullable String knownReason(DossierNumber number, List<String> failing) {
        if (!failing.isEmpty()) {
            return String.join(" ", failing);
        }
        return jury.on(number)
                .filter(advice -> advice.operating().add(advice.investment()).signum() == 0)
                .map(JuryAdvice.Advice::reason)
                .orElse(null);
    }

    private List<String> failingRules(DossierNumber number) {
        return dossiers
                .lastAssessment(number)
                .filter(assessment -> !assessment.admissible())
                .map(Assessment::failures)
                .orElse(List.of())
                .stream()
                .map(failure -> failure.rule() + " : " + failure.message())
                .toList();
    }

    private static String sentence(Decision decision) {
        var total = decision.operating().add(decision.investment());
        var amount = total.compareTo(BigDecimal.ZERO) == 0 ? "" : " (" + Euros.format(total) + ")";
        var reason = decision.reason() == null ? "" : Sentences.of("line.motive", decision.reason());
        return Sentences.of(
                "decision.line",
                decision.deliberationNumber(),
                FrenchDay.format(decision.deliberationDate()),
                decision.outcome().label(),
                amount,
                reason);
    }
}
