package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore le dossier abandonné ». */
@ProcessAction
class CloseAbandoned implements JavaDelegate {

    private final Receipts receipts;

    CloseAbandoned(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.close(new DossierNumber(execution.getProcessBusinessKey()), DossierStatus.ABANDONNE);
    }
}
