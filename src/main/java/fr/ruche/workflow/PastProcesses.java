package fr.ruche.workflow;

import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** What the engine keeps of processes that ran: what they knew in the end, and the models they followed. */
@Component
public class PastProcesses {

    private static final int MANY = 500;

    private final ProcessEngine engine;
    private final ModelVersions versions;
    private final Unrestricted unrestricted;

    PastProcesses(ProcessEngine engine, ModelVersions versions, Unrestricted unrestricted) {
        this.engine = engine;
        this.versions = versions;
        this.unrestricted = unrestricted;
    }

    /** What the latest process of this key knew in the end, or knows now; empty when nothing of it is kept. */
    public Map<String, Object> facts(String businessKey) {
        return unrestricted.command(context -> {
            var facts = new TreeMap<String, Object>();
            var latest = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .orderByProcessInstanceStartTime()
                    .desc()
                    .listPage(0, 1);
            latest.forEach(process -> engine
                    .getHistoryService()
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(process.getId())
                    .disableBinaryFetching()
                    .listPage(0, MANY)
                    .stream()
                    .filter(variable -> variable.getValue() != null)
                    .forEach(variable -> facts.put(variable.getName(), variable.getValue())));
            return facts;
        });
    }

    /**
     * The models that were deployed with this version of a process: content by bare file name.
     *
     * @throws NotFound when the process is not deployed in this version, as is {@link #model}
     */
    public Map<String, byte[]> bundle(String process, int version) {
        return of(process, version, definition -> {
            var deployment = definition.getDeploymentId();
            var files = new TreeMap<String, byte[]>();
            for (var name : engine.getRepositoryService().getDeploymentResourceNames(deployment)) {
                try (var content = engine.getRepositoryService().getResourceAsStream(deployment, name)) {
                    files.put(name, content.readAllBytes());
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return files;
        });
    }

    /** How the elements of a version hang together. */
    public PastModel model(String process, int version) {
        return of(
                process,
                version,
                definition -> read(engine.getRepositoryService().getBpmnModelInstance(definition.getId())));
    }

    /** That there is none is said outside of the command: inside, it would undo the transaction of the caller. */
    private <T> T of(String process, int version, Function<ProcessDefinition, T> read) {
        return unrestricted
                .command(context -> versions.found(process, version).map(read))
                .orElseThrow(() -> new NotFound(Sentences.of("model.process", process)));
    }

    private static PastModel read(BpmnModelInstance model) {
        var flows = new ArrayList<PastModel.Flow>();
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> {
            var condition = flow.getConditionExpression();
            flows.add(new PastModel.Flow(
                    flow.getSource().getId(),
                    flow.getTarget().getId(),
                    condition == null ? "" : condition.getTextContent().strip()));
        });
        var actions = new LinkedHashMap<String, String>();
        model.getModelElementsByType(ServiceTask.class).forEach(task -> {
            var named = task.getCamundaDelegateExpression();
            if (named != null) {
                actions.put(task.getId(), named.replaceAll("[${}]", ""));
            }
        });
        var messages = new LinkedHashMap<String, String>();
        var timers = new ArrayList<String>();
        model.getModelElementsByType(CatchEvent.class)
                .forEach(event -> event.getEventDefinitions().forEach(definition -> {
                    if (definition instanceof MessageEventDefinition message && message.getMessage() != null) {
                        messages.put(event.getId(), message.getMessage().getName());
                    } else if (definition instanceof TimerEventDefinition) {
                        timers.add(event.getId());
                    }
                }));
        model.getModelElementsByType(ReceiveTask.class).forEach(task -> {
            if (task.getMessage() != null) {
                messages.put(task.getId(), task.getMessage().getName());
            }
        });
        var labels = new LinkedHashMap<String, String>();
        model.getModelElementsByType(FlowNode.class)
                .forEach(node -> labels.put(node.getId(), node.getName() == null ? node.getId() : node.getName()));
        return new PastModel(flows, actions, messages, List.copyOf(timers), labels);
    }

    /**
     * A version of a diagram, as far as one needs it to understand what a process did in it.
     *
     * @param actions from a box to the action that it calls
     * @param messages from an element to the name of the message that it waits for
     * @param timers ids of the elements at which a moment may come
     * @param labels from an element to what a person calls it
     */
    public record PastModel(
            List<Flow> flows,
            Map<String, String> actions,
            Map<String, String> messages,
            List<String> timers,
            Map<String, String> labels) {

        /** @param condition as the diagram writes it; empty for none */
        public record Flow(String from, String to, String condition) {}
    }
}
