package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.review.Family;
import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.UserStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What the shipped diagrams owe to the code and to other systems, beyond what the gate holds every model to: nothing of
 * the code is left without a box, and every box is explained.
 */
@IntegrationTest
class BpmnContractTests {

    /** Other systems rely on these names. */
    private static final Map<String, String> FIXED_GROUPS = Map.of(
            "userTask_checkConformity", "conformity-${territory}",
            "userTask_checkCompleteness", "instruction-${sector}",
            "userTask_instruct", "instruction-${sector}",
            "userTask_recordJuryOutcome", "${juryGroup}",
            "userTask_recordDecision", "managers");

    @Autowired
    ApplicationContext context;

    @Autowired
    List<UserStep> steps;

    static Stream<ServiceTask> serviceTasks() {
        return all(ServiceTask.class);
    }

    static Stream<TimerEventDefinition> timers() {
        return all(TimerEventDefinition.class);
    }

    static Stream<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    @Test
    void theProcessesHaveTheirFixedNames() {
        assertThat(files().map(file -> file.getFileName().toString()))
                .contains("dsdt-dossier.bpmn", "jury-session.bpmn");
    }

    @ParameterizedTest
    @MethodSource("serviceTasks")
    void anActionIsAClassOfItsName(ServiceTask task) {
        var action = task.getId().split("_")[1];

        assertThat(context.getBeansWithAnnotation(ProcessAction.class)).containsKey(action);
        assertThat(context.getBean(action).getClass().getSimpleName()).isEqualToIgnoringCase(action);
    }

    @Test
    void everyDelegateIsUsedByADiagram() {
        var ours = all(ServiceTask.class);
        var residences = Bpmn.readModelFromFile(
                Path.of("src/test/resources/residences/residences-dossier.bpmn").toFile())
                .getModelElementsByType(ServiceTask.class)
                .stream();
        var used = Stream.concat(ours, residences)
                .map(task -> task.getId().split("_")[1])
                .toList();

        assertThat(context.getBeansOfType(JavaDelegate.class).keySet()).allMatch(used::contains);
    }

    @Test
    void theGroupsThatOtherSystemsRelyOnAreThere() {
        FIXED_GROUPS.forEach((id, group) -> assertThat(
                        all(UserTask.class).filter(task -> task.getId().equals(id)))
                .singleElement()
                .extracting(UserTask::getCamundaCandidateGroups)
                .isEqualTo(group));
        assertThat(all(UserTask.class).map(BaseElement::getId)).contains("userTask_completeDossier");
    }

    @Test
    void everyUserStepIsATaskOfADiagram() {
        assertThat(steps)
                .extracting(UserStep::step)
                .doesNotHaveDuplicates()
                .filteredOn(id -> !Family.is(id)) // whose tasks are the modellers'
                .allMatch(
                        id -> all(UserTask.class).anyMatch(task -> task.getId().equals(id)));
    }

    /** The calendar moves timers by their ids. */
    @ParameterizedTest
    @MethodSource("timers")
    void aTimerIsCalledOne(TimerEventDefinition timer) {
        assertThat(((BaseElement) timer.getParentElement()).getId()).startsWith("timer_");
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void everyElementIsExplained(FlowNode node) {
        assertThat(node.getDocumentations())
                .isNotEmpty()
                .allMatch(text -> !text.getTextContent().isBlank());
    }

    private static <T extends BaseElement> Stream<T> all(Class<T> type) {
        return models().flatMap(model -> model.getModelElementsByType(type).stream());
    }

    private static Stream<BpmnModelInstance> models() {
        return files().map(file -> Bpmn.readModelFromFile(file.toFile()));
    }

    private static Stream<Path> files() {
        try (var files = Files.list(Path.of("bpmn/dsdt"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
