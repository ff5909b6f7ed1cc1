package fr.ruche.instruction.process;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.Completeness;
import fr.ruche.instruction.CompletenessVerdict;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** User task « Vérifier la complétude ». */
@Component
class CheckCompleteness implements UserStep {

    static final ProcessVariable<String> COMPLETENESS_VERDICT =
            ProcessVariable.choice("completenessVerdict", CompletenessVerdict.class);

    private final Completeness completeness;
    private final Dossiers dossiers;
    private final DossierFacts facts;
    private final Actors actors;

    CheckCompleteness(Completeness completeness, Dossiers dossiers, DossierFacts facts, Actors actors) {
        this.completeness = completeness;
        this.dossiers = dossiers;
        this.facts = facts;
        this.actors = actors;
    }

    @Override
    public String step() {
        return "userTask_checkCompleteness";
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                FieldWord.choice("completenessVerdict", CompletenessVerdict.class),
                FieldWord.optional("completenessReason", FieldType.TEXT));
    }

    @Override
    public Set<String> shown() {
        return DossierFacts.and("missingDocuments", "documentsMissing", "overrideRequired");
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(COMPLETENESS_VERDICT);
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        var number = new DossierNumber(businessKey);
        var missing = dossiers.missingDocuments(number);
        var shown = facts.of(number);
        shown.put("missingDocuments", String.join("\n", missing));
        shown.put("documentsMissing", !missing.isEmpty());
        shown.put("overrideRequired", completeness.overrideRequired(number));
        return shown;
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var verdict = answer.choice("completenessVerdict", CompletenessVerdict.class)
                .orElseThrow(() ->
                        Rejected.because("completenessVerdict", "REQUIRED", Sentences.of("completeness.required")));
        var reason = answer.text("completenessReason").orElse(null);
        completeness.check(new DossierNumber(businessKey), verdict, reason, actors.answering(actor));
        return Map.of(COMPLETENESS_VERDICT, verdict.name());
    }
}
