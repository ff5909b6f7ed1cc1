package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore le dossier mené à son terme ». */
@ProcessAction
class CloseCompleted implements JavaDelegate {

    private final Receipts receipts;

    CloseCompleted(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.complete(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
