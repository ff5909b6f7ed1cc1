package fr.ruche.instruction.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.instruction.Routing;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Renvoyer au jury régional ». */
@ProcessAction
class SendToRegionalJury implements JavaDelegate {

    private final Routing routing;

    SendToRegionalJury(Routing routing) {
        this.routing = routing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Routing.JURY_GROUP.name(),
                routing.sendToRegionalJury(new DossierNumber(execution.getProcessBusinessKey())));
    }
}
