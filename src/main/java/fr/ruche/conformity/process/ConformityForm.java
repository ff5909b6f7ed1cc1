package fr.ruche.conformity.process;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.conformity.ConformityAnswer;
import fr.ruche.conformity.ConformityChecks;
import fr.ruche.conformity.ConformityVerdict;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form « Contrôle de conformité », shown to the intercommunality and, when it stays silent, to the Region. */
abstract class ConformityForm implements UserStep {

    static final ProcessVariable<String> CONFORMITY_VERDICT =
            ProcessVariable.choice("conformityVerdict", ConformityVerdict.class);

    private final String step;
    private final boolean byRegion;
    private final ConformityChecks checks;
    private final DossierFacts facts;
    private final Actors actors;

    ConformityForm(String step, boolean byRegion, ConformityChecks checks, DossierFacts facts, Actors actors) {
        this.step = step;
        this.byRegion = byRegion;
        this.checks = checks;
        this.facts = facts;
        this.actors = actors;
    }

    @Override
    public final String step() {
        return step;
    }

    @Override
    public final List<FieldWord> fields() {
        return List.of(
                FieldWord.choice("conformityVerdict", ConformityVerdict.class),
                FieldWord.optional("conformityReason", FieldType.TEXT),
                FieldWord.optional("priorityRank", FieldType.WHOLE));
    }

    @Override
    public final Set<String> shown() {
        return DossierFacts.and("priorityRankRequired", "conformityHistory");
    }

    @Override
    public final Set<ProcessVariable<?>> sets() {
        return Set.of(CONFORMITY_VERDICT);
    }

    @Override
    public final Map<String, Object> prefill(String businessKey) {
        var number = new DossierNumber(businessKey);
        var shown = facts.of(number);
        shown.put("priorityRankRequired", checks.rankRequired(number));
        shown.put("conformityHistory", checks.summary(number));
        return shown;
    }

    @Override
    public final Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var verdict = answer.choice("conformityVerdict", ConformityVerdict.class)
                .orElseThrow(() ->
                        Rejected.because("conformityVerdict", "REQUIRED", Sentences.of("conformity.verdict.required")));
        var given = new ConformityAnswer(
                verdict,
                answer.text("conformityReason").orElse(null),
                verdict.favourable() ? answer.whole("priorityRank").orElse(null) : null);
        checks.give(new DossierNumber(businessKey), given, actors.answering(actor), byRegion);
        return Map.of(CONFORMITY_VERDICT, verdict.name());
    }
}
