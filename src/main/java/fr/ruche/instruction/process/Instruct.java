package fr.ruche.instruction.process;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.conformity.ConformityChecks;
import fr.ruche.consultation.Consultations;
import fr.ruche.dossier.DossierFacts;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.instruction.Instructions;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** User task « Instruire le dossier ». */
@Component
class Instruct implements UserStep {

    private final Instructions instructions;
    private final ConformityChecks conformity;
    private final Consultations consultations;
    private final Dossiers dossiers;
    private final DossierFacts facts;
    private final Actors actors;

    Instruct(
            Instructions instructions,
            ConformityChecks conformity,
            Consultations consultations,
            Dossiers dossiers,
            DossierFacts facts,
            Actors actors) {
        this.instructions = instructions;
        this.conformity = conformity;
        this.consultations = consultations;
        this.dossiers = dossiers;
        this.facts = facts;
        this.actors = actors;
    }

    @Override
    public String step() {
        return "userTask_instruct";
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                FieldWord.choice("instructionOpinion", Opinion.class),
                new FieldWord("uncoveredNeedEstablished", FieldType.CHOICE, List.of("true", "false"), false),
                FieldWord.optional("instructionNote", FieldType.TEXT));
    }

    @Override
    public Set<String> shown() {
        return DossierFacts.and(
                "contentAnalysis", "uncoveredNeedAsked", "uncoveredNeed", "conformityHistory", "consultations");
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of();
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        var number = new DossierNumber(businessKey);
        var full = dossiers.get(number).full();
        var shown = facts.of(number);
        shown.put("contentAnalysis", instructions.contentAnalysis(number));
        shown.put("uncoveredNeedAsked", instructions.uncoveredNeedAsked(number));
        shown.put("uncoveredNeed", full == null || full.uncoveredNeed() == null ? "" : full.uncoveredNeed());
        shown.put("conformityHistory", conformity.summary(number));
        shown.put("consultations", consultations.summary(number));
        return shown;
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var opinion = answer.choice("instructionOpinion", Opinion.class)
                .orElseThrow(
                        () -> Rejected.because("instructionOpinion", "REQUIRED", Sentences.of("instruction.required")));
        instructions.give(
                new DossierNumber(businessKey),
                opinion == Opinion.FAVOURABLE,
                answer.text("uncoveredNeedEstablished")
                        .map(Boolean::parseBoolean)
                        .orElse(null),
                answer.text("instructionNote").orElse(null),
                actors.answering(actor));
        return Map.of();
    }

    enum Opinion {
        FAVOURABLE,
        UNFAVOURABLE
    }
}
