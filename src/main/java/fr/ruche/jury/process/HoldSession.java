package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Tenir la séance ». */
@Component
class HoldSession implements UserStep {

    private final JurySessions sessions;
    private final SessionForm form;

    HoldSession(JurySessions sessions, SessionForm form) {
        this.sessions = sessions;
        this.form = form;
    }

    @Override
    public String step() {
        return "userTask_holdSession";
    }

    @Override
    public Map<String, Object> prefill(String businessKey) {
        return form.of(sessions.get(UUID.fromString(businessKey)));
    }

    @Override
    public Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        sessions.hold(
                UUID.fromString(businessKey),
                answer.text("sessionAttendees").orElse(null),
                answer.text("sessionRemarks").orElse(null));
        return Map.of();
    }
}
