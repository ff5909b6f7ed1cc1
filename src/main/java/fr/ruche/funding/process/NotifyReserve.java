package fr.ruche.funding.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Notifier l’inscription sur la liste complémentaire ». */
@ProcessAction
class NotifyReserve implements JavaDelegate {

    private final FundingDecisions decisions;

    NotifyReserve(FundingDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.notify(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
