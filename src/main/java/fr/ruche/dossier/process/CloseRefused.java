package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore la demande refusée ». */
@ProcessAction
class CloseRefused implements JavaDelegate {

    private final Receipts receipts;

    CloseRefused(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.close(new DossierNumber(execution.getProcessBusinessKey()), DossierStatus.REFUSE);
    }
}
