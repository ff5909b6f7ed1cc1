package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Tenir la séance ». */
@Component
class HoldSession extends SessionStep {

    HoldSession(JurySessions sessions, SessionForm form) {
        super("userTask_holdSession", sessions, form);
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                FieldWord.optional("sessionAttendees", FieldType.TEXT),
                FieldWord.optional("sessionRemarks", FieldType.TEXT));
    }

    @Override
    void take(JurySessions sessions, UUID session, Answer answer, String actor) {
        sessions.hold(
                session,
                answer.text("sessionAttendees").orElse(null),
                answer.text("sessionRemarks").orElse(null));
    }
}
