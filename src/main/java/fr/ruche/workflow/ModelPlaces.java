package fr.ruche.workflow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a process may be put by hand. The diagram says it: the property {@code byHand} of a step names the element that
 * the process is put before, or {@code no}; a step without the property is put before itself.
 */
@Component
public class ModelPlaces {

    private static final String BY_HAND = "byHand";
    private static final String NOWHERE = "no";

    private final RepositoryService repository;
    private final Unrestricted unrestricted;

    ModelPlaces(RepositoryService repository, Unrestricted unrestricted) {
        this.repository = repository;
        this.unrestricted = unrestricted;
    }

    /**
     * The places of one version of a process, in the order of its diagram; empty when it is not deployed.
     *
     * @return id of the step → the element that the process is put before
     */
    public Map<String, Place> of(String process, int version) {
        return unrestricted.command(context -> places(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult()));
    }

    private Map<String, Place> places(@Nullable ProcessDefinition definition) {
        var places = new LinkedHashMap<String, Place>();
        if (definition != null) {
            var model = repository.getBpmnModelInstance(definition.getId());
            waiting(model).forEach(node -> {
                var said = ModelSteps.property(node, BY_HAND);
                if (!NOWHERE.equals(said)) {
                    FlowNode before = said.isEmpty() ? node : model.getModelElementById(said);
                    places.put(node.getId(), new Place(before.getId(), before.getName()));
                }
            });
        }
        return places;
    }

    /**
     * Where a process may wait, in the order in which one comes there from its beginning.
     *
     * @return ids of the elements; empty when this version is not deployed
     */
    public List<String> onTheWay(String process, int version) {
        return unrestricted.command(context -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .processDefinitionVersion(version)
                        .singleResult())
                .map(definition -> onTheWay(repository.getBpmnModelInstance(definition.getId())))
                .orElse(List.of()));
    }

    private static List<String> onTheWay(BpmnModelInstance model) {
        var way = new ArrayDeque<FlowNode>();
        var events = model.getModelElementsByType(BoundaryEvent.class);
        var met = new HashSet<FlowNode>();
        model.getModelElementsByType(StartEvent.class).forEach(start -> follow(start, events, met, way));
        var places = waiting(model).collect(Collectors.toSet());
        return way.stream().filter(places::contains).map(FlowNode::getId).toList();
    }

    /** Puts an element before all that follows it, but for what leads back. */
    private static void follow(
            FlowNode node, Collection<BoundaryEvent> events, Set<FlowNode> met, Deque<FlowNode> way) {
        if (met.add(node)) {
            events.stream()
                    .filter(event -> event.getAttachedTo().equals(node))
                    .forEach(event -> follow(event, events, met, way));
            node.getOutgoing().forEach(flow -> follow(flow.getTarget(), events, met, way));
            way.addFirst(node);
        }
    }

    /** The elements at which a process may wait for somebody. */
    static Stream<FlowNode> waiting(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof UserTask
                        || node instanceof IntermediateCatchEvent
                        || node instanceof ReceiveTask);
    }

    /** @param label what the diagram calls it, in French */
    public record Place(String id, String label) {}
}
