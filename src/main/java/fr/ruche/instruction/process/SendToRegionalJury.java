package fr.ruche.instruction.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.instruction.Routing;
import fr.ruche.workflow.FactSource;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Renvoyer au jury régional ». */
@ProcessAction
class SendToRegionalJury implements JavaDelegate, FactSource {

    private final Routing routing;

    SendToRegionalJury(Routing routing) {
        this.routing = routing;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(Routing.JURY_GROUP);
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Routing.JURY_GROUP.name(),
                routing.sendToRegionalJury(new DossierNumber(execution.getProcessBusinessKey())));
    }
}
