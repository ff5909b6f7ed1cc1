package fr.ruche.workflow;

import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes running processes over to another version of their diagram: each element to the one of the same id. Whoever
 * asks has been allowed to by the caller.
 */
@Component
public class Migrations {

    private static final int MANY = 100;

    private final ProcessEngine engine;
    private final ModelVersions versions;
    private final Unrestricted unrestricted;
    private final ApplicationEventPublisher events;

    Migrations(
            ProcessEngine engine, ModelVersions versions, Unrestricted unrestricted, ApplicationEventPublisher events) {
        this.engine = engine;
        this.versions = versions;
        this.unrestricted = unrestricted;
        this.events = events;
    }

    /**
     * Where a process would go on, by the ids of the elements that both versions have; and what the target does not
     * have, so that a process that waits there cannot follow.
     *
     * @throws NotFound when one of the versions is not deployed
     */
    public Plan plan(String process, int from, int to) {
        return unrestricted.command(context -> {
            var source = definition(process, from);
            var mapped = generated(source, definition(process, to)).getInstructions().stream()
                    .map(instruction -> instruction.getSourceActivityId())
                    .collect(Collectors.toUnmodifiableSet());
            var model = engine.getRepositoryService().getBpmnModelInstance(source.getId());
            var places = ModelPlaces.waiting(model).toList();
            return new Plan(
                    places.stream()
                            .filter(node -> mapped.contains(node.getId()))
                            .map(Migrations::told)
                            .toList(),
                    places.stream()
                            .filter(node -> !mapped.contains(node.getId()))
                            .map(Migrations::told)
                            .toList());
        });
    }

    /**
     * How many processes of a version wait at each of its places now; those where none waits are left out.
     *
     * @return by id of the element
     * @throws NotFound when the version is not deployed
     */
    public Map<String, Long> waiting(String process, int version) {
        return unrestricted.command(context -> {
            var definition = definition(process, version);
            var waiting = new HashMap<String, Long>();
            ModelPlaces.waiting(engine.getRepositoryService().getBpmnModelInstance(definition.getId()))
                    .forEach(place -> {
                        var there = engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processDefinitionId(definition.getId())
                                .activityIdIn(place.getId())
                                .count();
                        if (there > 0) {
                            waiting.put(place.getId(), there);
                        }
                    });
            return waiting;
        });
    }

    /**
     * Takes one process over; nothing to do when it is there already. Timers that both versions have keep their moment.
     *
     * @throws Conflict when it has ended, or waits where the target has no such element
     * @throws NotFound when the target is not deployed
     */
    public void migrate(String businessKey, int to) {
        unrestricted.run(() -> {
            var instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            if (instance == null) {
                throw new Conflict(Sentences.of("migration.ended"));
            }
            var source = engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
            var target = definition(source.getKey(), to);
            if (!source.getId().equals(target.getId())) {
                migrate(instance, generated(source, target));
                tell(businessKey, instance, target);
            }
        });
    }

    private void migrate(ProcessInstance instance, MigrationPlan plan) {
        try {
            engine.getRuntimeService()
                    .newMigration(plan)
                    .processInstanceIds(instance.getId())
                    .execute();
        } catch (MigratingProcessInstanceValidationException elsewhere) {
            var where = elsewhere.getValidationReport().getActivityInstanceReports().stream()
                    .map(report -> label(instance.getProcessDefinitionId(), report.getSourceScopeId()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new Conflict(Sentences.of("migration.impossible", where));
        }
    }

    private void tell(String businessKey, ProcessInstance instance, ProcessDefinition target) {
        var model = engine.getRepositoryService().getBpmnModelInstance(target.getId());
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .listPage(0, MANY)
                .forEach(task -> {
                    name(task, model);
                    tell(businessKey, target, task.getId(), task.getTaskDefinitionKey(), model);
                });
        List.of(engine.getRuntimeService().getActivityInstance(instance.getId()).getChildActivityInstances())
                .forEach(child -> tell(businessKey, target, child.getId(), child.getActivityId(), model));
    }

    /** The engine leaves a task the name that the former version gave it. */
    private void name(Task task, BpmnModelInstance model) {
        if (model.getModelElementById(task.getTaskDefinitionKey()) instanceof FlowElement element
                && !Objects.equals(task.getName(), element.getName())) {
            task.setName(element.getName());
            engine.getTaskService().saveTask(task);
        }
    }

    private void tell(String businessKey, ProcessDefinition target, String task, String step, BpmnModelInstance model) {
        if (model.getModelElementById(step) instanceof FlowElement element) {
            var label = Objects.requireNonNullElse(element.getName(), "");
            events.publishEvent(new StepMigrated(businessKey, target.getVersion(), task, step, label));
        }
    }

    private MigrationPlan generated(ProcessDefinition source, ProcessDefinition target) {
        return engine.getRuntimeService()
                .createMigrationPlan(source.getId(), target.getId())
                .mapEqualActivities()
                .build();
    }

    private ProcessDefinition definition(String process, int version) {
        return versions.found(process, version)
                .orElseThrow(() -> new NotFound(Sentences.of("migration.unknown", version)));
    }

    private String label(String definition, @Nullable String element) {
        return element != null
                        && engine.getRepositoryService()
                                        .getBpmnModelInstance(definition)
                                        .getModelElementById(element)
                                instanceof FlowElement found
                        && found.getName() != null
                ? "« " + found.getName() + " »"
                : String.valueOf(element);
    }

    private static ModelPlaces.Place told(FlowElement element) {
        return new ModelPlaces.Place(element.getId(), Objects.requireNonNullElse(element.getName(), ""));
    }

    /**
     * @param kept where a process may wait and goes on waiting
     * @param lost where a process may wait and cannot follow
     */
    public record Plan(List<ModelPlaces.Place> kept, List<ModelPlaces.Place> lost) {}
}
