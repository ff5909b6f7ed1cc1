package fr.ruche.conformity.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** User task « Vérifier la conformité » of the intercommunality. */
@Component
class CheckConformity implements UserStep {

    private final ConformityForm form;

    CheckConformity(ConformityForm form) {
        this.form = form;
    }

    @Override
    public String step() {
        return "userTask_checkConformity";
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return form.prefill(new DossierNumber(businessKey));
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        return form.answer(new DossierNumber(businessKey), answer, actor, false);
    }
}
