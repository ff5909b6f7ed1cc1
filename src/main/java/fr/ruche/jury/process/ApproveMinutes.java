package fr.ruche.jury.process;

import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Valider le procès-verbal ». */
@Component
class ApproveMinutes implements UserStep {

    private final JurySessions sessions;
    private final SessionForm form;
    private final Actors actors;

    ApproveMinutes(JurySessions sessions, SessionForm form, Actors actors) {
        this.sessions = sessions;
        this.form = form;
        this.actors = actors;
    }

    @Override
    public String step() {
        return "userTask_approveMinutes";
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return form.of(sessions.get(UUID.fromString(businessKey)));
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        sessions.approveMinutes(
                UUID.fromString(businessKey),
                answer.text("minutesRemarks").orElse(null),
                actors.find(actor).orElseThrow());
        return Map.of();
    }
}
