package fr.ruche.workflow;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Which versions of the diagrams and of the decision tables are deployed. */
@Component
public class ModelVersions {

    /** An unbounded list is refused by the engine; no model has that many versions. */
    private static final int MANY = 10_000;

    private final RepositoryService repository;
    private final Unrestricted unrestricted;

    ModelVersions(RepositoryService repository, Unrestricted unrestricted) {
        this.repository = repository;
        this.unrestricted = unrestricted;
    }

    /** The versions of a process, the oldest first; empty when it is not deployed. */
    public List<Integer> ofProcess(String process) {
        return unrestricted.command(context -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .asc()
                .listPage(0, MANY)
                .stream()
                .map(ProcessDefinition::getVersion)
                .toList());
    }

    /** The versions of a decision table, the oldest first; empty when it is not deployed. */
    public List<Integer> ofDecision(String decision) {
        return unrestricted.command(context -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .orderByDecisionDefinitionVersion()
                .asc()
                .listPage(0, MANY)
                .stream()
                .map(DecisionDefinition::getVersion)
                .toList());
    }
}
