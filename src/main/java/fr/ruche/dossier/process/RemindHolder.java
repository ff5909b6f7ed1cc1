package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Rappeler la date au porteur ». */
@ProcessAction
class RemindHolder implements JavaDelegate {

    private final Receipts receipts;

    RemindHolder(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.remind(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
