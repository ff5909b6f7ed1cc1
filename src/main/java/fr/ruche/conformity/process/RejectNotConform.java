package fr.ruche.conformity.process;

import fr.ruche.conformity.ConformityChecks;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Clore le dossier non conforme ». */
@ProcessAction
class RejectNotConform implements JavaDelegate {

    private final ConformityChecks checks;

    RejectNotConform(ConformityChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.reject(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
