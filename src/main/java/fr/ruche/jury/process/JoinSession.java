package fr.ruche.jury.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.jury.Agendas;
import fr.ruche.workflow.FactSource;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Inscrire à la prochaine séance ». */
@ProcessAction
class JoinSession implements JavaDelegate, FactSource {

    static final ProcessVariable<Boolean> SCHEDULED = ProcessVariable.flag("scheduled");

    private final Agendas agendas;

    JoinSession(Agendas agendas) {
        this.agendas = agendas;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(SCHEDULED);
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SCHEDULED.name(), agendas.joinNext(new DossierNumber(execution.getProcessBusinessKey())));
    }
}
