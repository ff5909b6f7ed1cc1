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

    PrepareAgenda(JurySessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String step() {
        return "userTask_prepareAgenda";
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return SessionForm.of(sessions.get(UUID.fromString(businessKey)));
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        sessions.settleAgenda(UUID.fromString(businessKey));
        return Map.of();
    }
}
