package fr.ruche.dossier.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Receipts;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Constater la caducité ». */
@ProcessAction
class LapseDossier implements JavaDelegate {

    private final Receipts receipts;

    LapseDossier(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.lapse(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
