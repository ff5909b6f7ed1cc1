package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Accuser réception du dossier ». */
@ProcessAction
class AcknowledgeDossier implements JavaDelegate {

    private final Receipts receipts;

    AcknowledgeDossier(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.acknowledgeDossier(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
