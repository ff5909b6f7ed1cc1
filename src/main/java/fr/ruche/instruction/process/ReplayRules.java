package fr.ruche.instruction.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.instruction.Instructions;
import fr.ruche.workflow.FactSource;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Rejouer les règles ». */
@ProcessAction
class ReplayRules implements JavaDelegate, FactSource {

    static final ProcessVariable<Boolean> ADMISSIBLE = ProcessVariable.flag("admissible");

    private final Instructions instructions;

    ReplayRules(Instructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(ADMISSIBLE);
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                ADMISSIBLE.name(), instructions.replayRules(new DossierNumber(execution.getProcessBusinessKey())));
    }
}
