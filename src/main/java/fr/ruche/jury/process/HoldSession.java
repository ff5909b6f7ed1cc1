package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.workflow.Answer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Tenir la séance ». */
@Component
class HoldSession extends SessionStep {

    HoldSession(JurySessions sessions, SessionForm form) {
        super("userTask_holdSession", sessions, form);
    }

    @Override
    void take(JurySessions sessions, UUID session, Answer answer, String actor) {
        sessions.hold(
                session,
                answer.text("sessionAttendees").orElse(null),
                answer.text("sessionRemarks").orElse(null));
    }
}
