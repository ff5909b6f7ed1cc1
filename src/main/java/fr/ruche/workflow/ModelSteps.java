package fr.ruche.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** The steps that the deployed diagrams have: what {@link StepEntered} is published for. */
@Component
public class ModelSteps {

    /** An unbounded list is refused by the engine; there are never that many versions. */
    private static final int MANY = 2_000;

    private final RepositoryService repository;
    private final Unrestricted unrestricted;
    /** A diagram that was deployed never changes. */
    private final Map<String, List<ModelStep>> known = new ConcurrentHashMap<>();

    ModelSteps(RepositoryService repository, Unrestricted unrestricted) {
        this.repository = repository;
        this.unrestricted = unrestricted;
    }

    /** Of all versions of all diagrams, the latest version of each first. */
    public List<ModelStep> all() {
        return unrestricted.command(context ->
                repository
                        .createProcessDefinitionQuery()
                        .orderByProcessDefinitionVersion()
                        .desc()
                        .listPage(0, MANY)
                        .stream()
                        .flatMap(definition ->
                                known
                                        .computeIfAbsent(
                                                definition.getId(),
                                                unread -> of(definition).toList())
                                        .stream())
                        .toList());
    }

    private Stream<ModelStep> of(ProcessDefinition definition) {
        var model = repository.getBpmnModelInstance(definition.getId());
        return Stream.concat(
                nodes(model, UserTask.class).map(task -> step(definition, task, false)),
                Stream.<FlowNode>concat(nodes(model, IntermediateCatchEvent.class), nodes(model, ReceiveTask.class))
                        .map(event -> step(definition, event, true))
                        .filter(step -> !step.clock().isEmpty()));
    }

    private static <T extends FlowNode> Stream<T> nodes(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    private static ModelStep step(ProcessDefinition definition, FlowNode node, boolean event) {
        var label = node.getName() == null ? "" : node.getName();
        return new ModelStep(
                definition.getId(),
                definition.getKey(),
                definition.getVersion(),
                node.getId(),
                label,
                clock(node),
                event);
    }

    static String clock(BaseElement element) {
        return property(element, StepPublisher.CLOCK);
    }

    /** A property of the diagram; empty when it has none of this name. */
    static String property(BaseElement element, String name) {
        var extensions = element.getExtensionElements();
        return extensions == null
                ? ""
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse("");
    }

    /**
     * @param definition id of the version of the diagram
     * @param process id of the process
     * @param version of the diagram
     * @param step id of the element
     * @param clock who holds the dossier meanwhile; empty when the diagram does not say
     * @param event whether it is an event and not a user task
     */
    public record ModelStep(
            String definition, String process, int version, String step, String label, String clock, boolean event) {}
}
