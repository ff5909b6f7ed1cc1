package fr.ruche.consultation.process;

import fr.ruche.consultation.Consultations;
import fr.ruche.consultation.ServiceOpinion;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every user task that asks a service for its opinion, whatever its form asks. */
@Component
class Consult implements UserStep {

    /** The latest opinion. */
    static final ProcessVariable<String> CONSULTATION = ProcessVariable.choice("consultation", ServiceOpinion.class);

    private static final String OPINION = "avis";

    private final Consultations consultations;
    private final Shown shown;
    private final Actors actors;

    Consult(Consultations consultations, Shown shown, Actors actors) {
        this.consultations = consultations;
        this.shown = shown;
        this.actors = actors;
    }

    @Override
    public String step() {
        return "userTask_consult_*";
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(new FieldWord(
                OPINION,
                FieldType.CHOICE,
                Arrays.stream(ServiceOpinion.values()).map(Enum::name).toList(),
                false));
    }

    @Override
    public Set<String> shown() {
        return shown.names();
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(CONSULTATION);
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return shown.of(businessKey);
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        var opinion = answer.choice(OPINION, ServiceOpinion.class).orElse(ServiceOpinion.SANS_AVIS);
        consultations.give(
                new DossierNumber(businessKey),
                answer.step(),
                answer.label(),
                opinion,
                answer.answered(),
                actors.answering(actor));
        return Map.of(CONSULTATION, opinion.name());
    }
}
