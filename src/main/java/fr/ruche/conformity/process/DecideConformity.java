package fr.ruche.conformity.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** User task « Statuer sur la conformité » of the Region, after the silence of the intercommunality (A7). */
@Component
class DecideConformity implements UserStep {

    private final ConformityForm form;

    DecideConformity(ConformityForm form) {
        this.form = form;
    }

    @Override
    public String step() {
        return "userTask_decideConformity";
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return form.prefill(new DossierNumber(businessKey));
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        return form.answer(new DossierNumber(businessKey), answer, actor, true);
    }
}
