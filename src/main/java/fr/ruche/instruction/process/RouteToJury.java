package fr.ruche.instruction.process;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.instruction.Routing;
import fr.ruche.programme.Judged;
import fr.ruche.workflow.Foresight;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.ProcessVariable;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Service task « Orienter vers le jury ». */
@ProcessAction
class RouteToJury implements JavaDelegate, Foresight {

    private final Routing routing;

    RouteToJury(Routing routing) {
        this.routing = routing;
    }

    @Override
    public Set<ProcessVariable<?>> sets() {
        return Set.of(Routing.JURY_GROUP);
    }

    @Override
    public Map<ProcessVariable<?>, Object> foresee(Given given) {
        return given.of(Judged.class)
                .<Map<ProcessVariable<?>, Object>>map(judged -> Map.of(Routing.JURY_GROUP, routing.foresee(judged)))
                .orElse(Map.of());
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Routing.JURY_GROUP.name(), routing.route(new DossierNumber(execution.getProcessBusinessKey())));
    }
}
