package fr.ruche.jury.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.instruction.Routing;
import fr.ruche.jury.Agendas;
import fr.ruche.workflow.FactSource;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Inscrire à la prochaine séance », for the jury to which the dossier goes now. */
@ProcessAction
class JoinSession implements JavaDelegate, FactSource {

    static final ProcessVariable<Boolean> SCHEDULED = ProcessVariable.flag("scheduled");

    private final Dossiers dossiers;
    private final Agendas agendas;

    JoinSession(Dossiers dossiers, Agendas agendas) {
        this.dossiers = dossiers;
        this.agendas = agendas;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(SCHEDULED);
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new DossierNumber(execution.getProcessBusinessKey());
        var group = "jury-" + dossiers.get(number).jury();
        if (!group.equals(execution.getVariable(Routing.JURY_GROUP.name()))) {
            execution.setVariable(Routing.JURY_GROUP.name(), group);
        }
        execution.setVariable(SCHEDULED.name(), agendas.joinNext(number));
    }
}
