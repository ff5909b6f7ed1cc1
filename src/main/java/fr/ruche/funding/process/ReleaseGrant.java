package fr.ruche.funding.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Rendre la subvention ». */
@ProcessAction
class ReleaseGrant implements JavaDelegate {

    private final GrantAnswers answers;

    ReleaseGrant(GrantAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answers.release(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
