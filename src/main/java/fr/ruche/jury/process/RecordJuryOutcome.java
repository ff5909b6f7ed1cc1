package fr.ruche.jury.process;

import fr.ruche.common.Euros;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.InstructionOpinion;
import fr.ruche.instruction.Instructions;
import fr.ruche.jury.JuryAnswer;
import fr.ruche.jury.JuryOutcome;
import fr.ruche.jury.JuryOutcomes;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.OutcomeProposal;
import fr.ruche.jury.Vote;
import fr.ruche.programme.Assessment;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task « Enregistrer l’avis du jury ». */
@Component
class RecordJuryOutcome implements UserStep {

    static final ProcessVariable<String> JURY_OUTCOME = ProcessVariable.choice("juryOutcome", JuryOutcome.class);

    private final JuryOutcomes outcomes;
    private final JurySessions sessions;
    private final SessionForm form;
    private final Envelopes envelopes;
    private final Instructions instructions;
    private final Dossiers dossiers;
    private final DossierFacts facts;
    private final Actors actors;
    private final OutcomeProposal proposals;

    RecordJuryOutcome(
            JuryOutcomes outcomes,
            JurySessions sessions,
            SessionForm form,
            Envelopes envelopes,
            Instructions instructions,
            Dossiers dossiers,
            DossierFacts facts,
            Actors actors,
            OutcomeProposal proposals) {
        this.outcomes = outcomes;
        this.sessions = sessions;
        this.form = form;
        this.envelopes = envelopes;
        this.instructions = instructions;
        this.dossiers = dossiers;
        this.facts = facts;
        this.actors = actors;
        this.proposals = proposals;
    }

    @Override
    public String step() {
        return "userTask_recordJuryOutcome";
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                FieldWord.choice("juryOutcome", JuryOutcome.class),
                FieldWord.optional("grantedOperating", FieldType.EUROS),
                FieldWord.optional("grantedInvestment", FieldType.EUROS),
                FieldWord.optional("juryReason", FieldType.TEXT),
                FieldWord.optional("votesFor", FieldType.WHOLE),
                FieldWord.optional("votesAgainst", FieldType.WHOLE),
                FieldWord.optional("votesAbstained", FieldType.WHOLE),
                FieldWord.optional("dissent", FieldType.TEXT));
    }

    @Override
    public Set<String> shown() {
        return DossierFacts.and(
                "sessionLabel",
                "maximumGrant",
                "floor",
                "envelopeOperating",
                "envelopeInvestment",
                "instructionSummary",
                "proposal");
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(JURY_OUTCOME);
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        var number = new DossierNumber(businessKey);
        var dossier = dossiers.get(number);
        var shown = facts.of(number);
        shown.put(
                "sessionLabel",
                outcomes.sessionOf(number).map(sessions::get).map(form::label).orElse(""));
        shown.put(
                "maximumGrant",
                dossiers.lastAssessment(number)
                        .map(Assessment::maximumGrant)
                        .map(Euros::format)
                        .orElse(""));
        shown.put("floor", Euros.format(outcomes.floor(number)));
        shown.put("envelopeOperating", remainder(dossier, Credit.OPERATING));
        shown.put("envelopeInvestment", remainder(dossier, Credit.INVESTMENT));
        shown.put(
                "instructionSummary",
                instructions.latest(number).map(RecordJuryOutcome::summary).orElse(""));
        shown.put("proposal", "");
        outcomes.sessionOf(number)
                .flatMap(session -> proposals.on(session, number))
                .ifPresent(proposed -> propose(proposed, shown));
        return shown;
    }

    private static void propose(OutcomeProposal.Proposed proposed, Map<String, Object> shown) {
        shown.put("proposal", proposed.told());
        var answer = proposed.answer();
        if (answer != null) {
            shown.put("juryOutcome", answer.outcome().name());
            if (answer.outcome().favourable()) {
                shown.put("grantedOperating", typed(answer.operating()));
                shown.put("grantedInvestment", typed(answer.investment()));
            }
            shown.put("juryReason", Objects.requireNonNullElse(answer.reason(), ""));
        }
    }

    /** As a person would type it; empty for none. */
    private static String typed(@Nullable BigDecimal amount) {
        return amount == null || amount.signum() == 0
                ? ""
                : Euros.format(amount).replace("\u00a0€", "");
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var outcome = answer.choice("juryOutcome", JuryOutcome.class)
                .orElseThrow(() -> Rejected.because("juryOutcome", "REQUIRED", Sentences.of("jury.outcome.required")));
        var given = new JuryAnswer(
                outcome,
                answer.euros("grantedOperating").orElse(null),
                answer.euros("grantedInvestment").orElse(null),
                answer.text("juryReason").orElse(null),
                vote(answer));
        outcomes.record(new DossierNumber(businessKey), given, actors.answering(actor));
        return Map.of(JURY_OUTCOME, outcome.name());
    }

    /** Null when nothing of it was filled in. */
    private static @Nullable Vote vote(Answer answer) {
        var fields = List.of("votesFor", "votesAgainst", "votesAbstained", "dissent");
        return fields.stream().allMatch(field -> answer.text(field).isEmpty())
                ? null
                : new Vote(
                        answer.whole("votesFor").orElse(0),
                        answer.whole("votesAgainst").orElse(0),
                        answer.whole("votesAbstained").orElse(0),
                        answer.text("dissent").orElse(null));
    }

    private String remainder(DossierCase dossier, Credit credit) {
        var jury = dossier.jury();
        return jury == null ? "" : Euros.format(envelopes.remainder(dossier.call(), jury, dossier.measure(), credit));
    }

    private static String summary(InstructionOpinion opinion) {
        var note = opinion.note() == null ? "" : " " + opinion.note();
        return Sentences.of(
                        opinion.favourable() ? "instruction.summary.favourable" : "instruction.summary.unfavourable")
                + note;
    }
}
