package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Accuser réception de la fiche ». */
@ProcessAction
class AcknowledgeFiche implements JavaDelegate {

    private final Receipts receipts;

    AcknowledgeFiche(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.acknowledgeFiche(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
