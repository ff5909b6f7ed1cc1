package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore le dossier retiré ». */
@ProcessAction
class CloseWithdrawn implements JavaDelegate {

    private final Receipts receipts;

    CloseWithdrawn(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.close(new DossierNumber(execution.getProcessBusinessKey()), DossierStatus.RETIRE);
    }
}
