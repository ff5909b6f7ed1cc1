package fr.ruche.workflow;

import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

    /**
     * The diagram of a version, as it was deployed: BPMN 2.0 XML.
     *
     * @throws fr.ruche.common.NotFound when the process is not deployed in this version
     */
    public String diagram(String process, int version) {
        return unrestricted.command(context -> {
            try (var model =
                    repository.getProcessModel(definition(process, version).getId())) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** For whoever is already {@link Unrestricted}. @throws NotFound when it is not deployed */
    ProcessDefinition definition(String process, int version) {
        return found(process, version).orElseThrow(() -> new NotFound(Sentences.of("model.process", process)));
    }

    /** The same, empty when it is not deployed: what is thrown inside a command undoes the transaction around it. */
    Optional<ProcessDefinition> found(String process, int version) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult());
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
