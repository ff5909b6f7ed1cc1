package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Préparer l’ordre du jour ». */
@Component
class PrepareAgenda implements UserStep {

    private final JurySessions sessions;
    private final SessionForm form;

    PrepareAgenda(JurySessions sessions, SessionForm form) {
        this.sessions = sessions;
        this.form = form;
    }

    @Override
    public String step() {
        return "userTask_prepareAgenda";
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return form.of(sessions.get(UUID.fromString(businessKey)));
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        sessions.settleAgenda(UUID.fromString(businessKey));
        return Map.of();
    }
}
