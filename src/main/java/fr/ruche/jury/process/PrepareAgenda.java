package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.review.FieldType;
import fr.ruche.review.FieldWord;
import fr.ruche.workflow.Answer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Préparer l’ordre du jour ». */
@Component
class PrepareAgenda extends SessionStep {

    PrepareAgenda(JurySessions sessions, SessionForm form) {
        super("userTask_prepareAgenda", sessions, form);
    }

    @Override
    public List<FieldWord> fields() {
        return List.of(FieldWord.required("agendaConfirmed", FieldType.FLAG));
    }

    @Override
    void take(JurySessions sessions, UUID session, Answer answer, String actor) {
        sessions.settleAgenda(session);
    }
}
