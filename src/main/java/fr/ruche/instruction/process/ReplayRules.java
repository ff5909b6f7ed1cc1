package fr.ruche.instruction.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.instruction.Instructions;
import fr.ruche.programme.Eligibility;
import fr.ruche.programme.Judged;
import fr.ruche.workflow.Foresight;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Rejouer les règles ». */
@ProcessAction
class ReplayRules implements JavaDelegate, Foresight {

    static final ProcessVariable<Boolean> ADMISSIBLE = ProcessVariable.flag("admissible");

    private final Instructions instructions;
    private final Eligibility eligibility;

    ReplayRules(Instructions instructions, Eligibility eligibility) {
        this.instructions = instructions;
        this.eligibility = eligibility;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(ADMISSIBLE);
    }

    @Override
    public Map<ProcessVariable<?>, Object> foresee(Given given) {
        return given.of(Judged.class)
                .<Map<ProcessVariable<?>, Object>>map(
                        judged -> Map.of(ADMISSIBLE, eligibility.foresee(judged).admissible()))
                .orElse(Map.of());
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                ADMISSIBLE.name(), instructions.replayRules(new DossierNumber(execution.getProcessBusinessKey())));
    }
}
