package fr.ruche.workflow;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a deployed diagram has besides its steps: what a process passes by without waiting for anybody. */
@Component
public class ModelElements {

    private final RepositoryService repository;
    private final ModelVersions versions;
    private final Unrestricted unrestricted;

    ModelElements(RepositoryService repository, ModelVersions versions, Unrestricted unrestricted) {
        this.repository = repository;
        this.versions = versions;
        this.unrestricted = unrestricted;
    }

    /**
     * Those of one version, in the order of the diagram's file.
     *
     * @throws fr.ruche.common.NotFound when the process is not deployed in this version
     */
    public List<ModelElement> of(String process, int version) {
        return unrestricted.command(context -> repository
                .getBpmnModelInstance(versions.definition(process, version).getId())
                .getModelElementsByType(FlowNode.class)
                .stream()
                .filter(node ->
                        !(node instanceof UserTask) && ModelSteps.clock(node).isEmpty())
                .map(ModelElements::element)
                .toList());
    }

    private static ModelElement element(FlowNode node) {
        var outgoing = node.getOutgoing().stream().map(ModelElements::branch).toList();
        return new ModelElement(node.getId(), kind(node), label(node), outgoing);
    }

    private static Kind kind(FlowNode node) {
        if (node instanceof EndEvent) {
            return Kind.END;
        }
        if (node instanceof Gateway) {
            return node.getOutgoing().size() > 1 ? Kind.CHOICE : Kind.JOIN;
        }
        return Kind.OTHER;
    }

    private static Branch branch(SequenceFlow flow) {
        return new Branch(flow.getTarget().getId(), text(flow.getName(), flow.getTarget()));
    }

    private static String label(FlowNode node) {
        return text(
                node.getName(),
                node.getDocumentations().stream()
                        .map(documentation -> documentation.getTextContent().strip())
                        .findFirst()
                        .orElse(node.getId()));
    }

    private static String text(@Nullable String name, FlowNode instead) {
        return text(name, instead.getName() == null ? instead.getId() : instead.getName());
    }

    private static String text(@Nullable String name, String instead) {
        return name == null || name.isBlank() ? instead : name;
    }

    /** What it is for whoever reads the diagram. */
    public enum Kind {
        /** Where a process, or a branch beside its steps, comes out. */
        END,
        /** A gateway from which more than one flow leaves. */
        CHOICE,
        /** A gateway at which flows meet. */
        JOIN,
        /** What is done by itself, or happens. */
        OTHER
    }

    /**
     * @param id of the element in the diagram
     * @param label French; what the model says of it where it has no name
     * @param branches the flows that leave it
     */
    public record ModelElement(String id, Kind kind, String label, List<Branch> branches) {}

    /** @param to id of the element to which the flow leads; @param label French */
    public record Branch(String to, String label) {}
}
