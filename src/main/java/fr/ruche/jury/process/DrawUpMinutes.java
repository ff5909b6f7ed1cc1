package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.review.Subject;
import fr.ruche.workflow.ProcessAction;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Établir le procès-verbal ». */
@ProcessAction(about = Subject.SESSION)
class DrawUpMinutes implements JavaDelegate {

    private final JurySessions sessions;

    DrawUpMinutes(JurySessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sessions.drawUpMinutes(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
