package fr.ruche.instruction.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.instruction.Completeness;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore le dossier irrecevable ». */
@ProcessAction
class RejectInadmissible implements JavaDelegate {

    private final Completeness completeness;

    RejectInadmissible(Completeness completeness) {
        this.completeness = completeness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        completeness.reject(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
