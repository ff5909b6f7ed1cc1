package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.workflow.Answer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** User task « Préparer l’ordre du jour ». */
@Component
class PrepareAgenda extends SessionStep {

    PrepareAgenda(JurySessions sessions, SessionForm form) {
        super("userTask_prepareAgenda", sessions, form);
    }

    @Override
    void take(JurySessions sessions, UUID session, Answer answer, String actor) {
        sessions.settleAgenda(session);
    }
}
