package fr.ruche.conformity.process;

import fr.ruche.conformity.ConformityChecks;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Relancer l’intercommunalité ». */
@ProcessAction
class RemindConformity implements JavaDelegate {

    private final ConformityChecks checks;

    RemindConformity(ConformityChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.remind(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
