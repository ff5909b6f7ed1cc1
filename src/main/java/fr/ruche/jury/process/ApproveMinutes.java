package fr.ruche.jury.process;

import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Valider le procès-verbal ». */
@Component
class ApproveMinutes extends SessionStep {

    private final Actors actors;

    ApproveMinutes(JurySessions sessions, SessionForm form, Actors actors) {
        super("userTask_approveMinutes", sessions, form);
        this.actors = actors;
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(
                FieldWord.required("minutesApproved", FieldType.FLAG),
                FieldWord.optional("minutesRemarks", FieldType.TEXT));
    }

    @Override
    void take(JurySessions sessions, UUID session, Answer answer, String actor) {
        sessions.approveMinutes(session, answer.text("minutesRemarks").orElse(null), actors.answering(actor));
    }
}
