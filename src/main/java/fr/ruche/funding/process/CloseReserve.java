package fr.ruche.funding.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.ReserveList;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore la liste complémentaire ». */
@ProcessAction
class CloseReserve implements JavaDelegate {

    private final ReserveList reserve;

    CloseReserve(ReserveList reserve) {
        this.reserve = reserve;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reserve.close(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
