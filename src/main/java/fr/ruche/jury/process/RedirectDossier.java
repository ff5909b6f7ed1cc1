package fr.ruche.jury.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.jury.JuryOutcomes;
import fr.ruche.workflow.ProcessAction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Réorienter le dossier ». */
@ProcessAction
class RedirectDossier implements JavaDelegate {

    private final JuryOutcomes outcomes;

    RedirectDossier(JuryOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outcomes.redirect(new DossierNumber(execution.getProcessBusinessKey()));
    }
}
