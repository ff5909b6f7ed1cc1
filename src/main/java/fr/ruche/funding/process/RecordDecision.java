package fr.ruche.funding.process;

import fr.ruche.common.Euros;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.DecisionAnswer;
import fr.ruche.funding.DecisionOutcome;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.funding.JuryAdvice;
import fr.ruche.funding.ReserveList;
import fr.ruche.identity.Actors;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** User task « Enregistrer la décision ». */
@Component
class RecordDecision implements UserStep {

    static final ProcessVariable<String> DECISION_OUTCOME =
            ProcessVariable.choice("decisionOutcome", DecisionOutcome.class);

    private final FundingDecisions decisions;
    private final ReserveList reserve;
    private final JuryAdvice jury;
    private final DossierFacts facts;
    private final Actors actors;

    RecordDecision(
            FundingDecisions decisions, ReserveList reserve, JuryAdvice jury, DossierFacts facts, Actors actors) {
        this.decisions = decisions;
        this.reserve = reserve;
        this.jury = jury;
        this.facts = facts;
        this.actors = actors;
    }

    @Override
    public String step() {
        return "userTask_recordDecision";
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                FieldWord.choice("decisionOutcome", DecisionOutcome.class),
                FieldWord.required("deliberationNumber", FieldType.TEXT),
                FieldWord.required("deliberationDate", FieldType.DAY),
                FieldWord.optional("decisionReason", FieldType.TEXT));
    }

    @Override
    public Set<String> shown() {
        return DossierFacts.and("juryOutcomeLabel", "juryAmounts", "juryMotive", "reservePlace", "grantable");
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(DECISION_OUTCOME);
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        var number = new DossierNumber(businessKey);
        var advice = jury.on(number);
        var shown = facts.of(number);
        shown.put("juryOutcomeLabel", advice.map(JuryAdvice.Advice::label).orElse(Sentences.of("decision.noJury")));
        shown.put("juryAmounts", advice.map(RecordDecision::amounts).orElse(""));
        shown.put("juryMotive", advice.map(JuryAdvice.Advice::reason).orElse(""));
        shown.put("reservePlace", reserve.place(number).orElse(""));
        shown.put("grantable", advice.filter(a -> total(a).signum() > 0).isPresent());
        return shown;
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var outcome = answer.choice("decisionOutcome", DecisionOutcome.class)
                .orElseThrow(() -> Rejected.because("decisionOutcome", "REQUIRED", Sentences.of("decision.required")));
        var given = new DecisionAnswer(
                outcome,
                answer.text("deliberationNumber").orElse(null),
                answer.day("deliberationDate").orElse(null),
                answer.text("decisionReason").orElse(null));
        decisions.decide(new DossierNumber(businessKey), given, actors.answering(actor));
        return Map.of(DECISION_OUTCOME, outcome.name());
    }

    private static String amounts(JuryAdvice.Advice advice) {
        return Sentences.of("decision.amounts", Euros.format(advice.operating()), Euros.format(advice.investment()));
    }

    private static java.math.BigDecimal total(JuryAdvice.Advice advice) {
        return advice.operating().add(advice.investment());
    }
}
