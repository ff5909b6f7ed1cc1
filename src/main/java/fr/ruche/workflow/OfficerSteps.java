package fr.ruche.workflow;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The kinds of task that officers have: the user tasks of the models, in the version that new dossiers follow. */
@Component
public class OfficerSteps {

    private final RepositoryService repository;

    OfficerSteps(RepositoryService repository) {
        this.repository = repository;
    }

    /** In the order of the models. */
    public List<OfficerStep> all() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .map(repository::getBpmnModelInstance)
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .filter(task -> !task.getCamundaCandidateGroupsList().isEmpty())
                .map(task ->
                        new OfficerStep(task.getId(), task.getName(), Set.copyOf(task.getCamundaCandidateGroupsList())))
                .toList();
    }
}
