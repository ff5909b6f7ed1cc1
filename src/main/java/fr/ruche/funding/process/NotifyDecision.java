package fr.ruche.funding.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.FundingDecisions;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.workflow.FactSource;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Notifier la décision ». */
@ProcessAction
class NotifyDecision implements JavaDelegate, FactSource {

    static final ProcessVariable<Boolean> ANSWER_AWAITED = ProcessVariable.flag("answerAwaited");

    private final FundingDecisions decisions;
    private final GrantAnswers answers;

    NotifyDecision(FundingDecisions decisions, GrantAnswers answers) {
        this.decisions = decisions;
        this.answers = answers;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(ANSWER_AWAITED);
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new DossierNumber(execution.getProcessBusinessKey());
        decisions.notify(number);
        execution.setVariable(ANSWER_AWAITED.name(), answers.awaited(number));
    }
}
