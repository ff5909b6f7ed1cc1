package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.workflow.ProcessAction;
import fr.ruche.workflow.UserStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One word per step: the box of the diagram, the class and the form carry the same name, and nothing is loose. */
@IntegrationTest
class BpmnContractTests {

    private static final Set<String> CLOCKS = Set.of("PORTEUR", "INTERCOMMUNALITE", "REGION", "JURY");
    private static final Pattern DEADLINE = Pattern.compile(
            "\\$\\{(deadlines|sessionDeadlines|reserveDeadlines)\\.([A-Za-z]+)\\(execution\\.processBusinessKey\\)}");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{!?(?:admissible|conformityByRegion|scheduled|answerAwaited|grantAccepted)}|\\$\\{"
                    + "\\w+ == '[A-Z_]+'( \\|\\| \\w+ == '[A-Z_]+')*}");
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

    static Stream<UserTask> userTasks() {
        return all(UserTask.class);
    }

    static Stream<TimerEventDefinition> timers() {
        return all(TimerEventDefinition.class);
    }

    static Stream<SequenceFlow> flows() {
        return all(SequenceFlow.class);
    }

    static Stream<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    @Test
    void theProcessesHaveTheirFixedNamesAndTheirFilesCarryThem() throws Exception {
        for (var file : files().toList()) {
            var process = Bpmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(Process.class)
                    .iterator()
                    .next();
            assertThat(file.getFileName().toString()).isEqualTo(process.getId() + ".bpmn");
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        }
        assertThat(files().map(file -> file.getFileName().toString()))
                .contains("dsdt-dossier.bpmn", "jury-session.bpmn");
    }

    @ParameterizedTest
    @MethodSource("serviceTasks")
    void aServiceTaskCallsTheActionItIsNamedAfter(ServiceTask task) {
        var action = task.getId().split("_")[1];

        assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + action + "}");
        assertThat(context.getBeansWithAnnotation(ProcessAction.class)).containsKey(action);
        assertThat(context.getBean(action)).isInstanceOf(JavaDelegate.class);
        assertThat(context.getBean(action).getClass().getSimpleName()).isEqualToIgnoringCase(action);
    }

    @Test
    void everyDelegateIsUsedByADiagram() {
        var used =
                all(ServiceTask.class).map(task -> task.getId().split("_")[1]).toList();

        assertThat(context.getBeansOfType(JavaDelegate.class).keySet()).allMatch(used::contains);
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void aUserTaskSaysWhoHoldsTheDossierAndUntilWhen(UserTask task) {
        assertThat(property(task, "clock")).isIn(CLOCKS);
        assertThat(task.getCamundaDueDate()).matches(DEADLINE);
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void aUserTaskOfOfficersHasAGroupAFormAndAStep(UserTask task) {
        if ("PORTEUR".equals(property(task, "clock"))) {
            assertThat(task.getCamundaCandidateGroups()).isNull();
            assertThat(task.getCamundaFormRef()).isNull();
            return;
        }
        assertThat(task.getCamundaCandidateGroups()).isNotBlank();
        assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
        assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).isRegularFile();
        assertThat(steps).filteredOn(step -> step.step().equals(task.getId())).hasSize(1);
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
                .allMatch(
                        id -> all(UserTask.class).anyMatch(task -> task.getId().equals(id)));
    }

    @ParameterizedTest
    @MethodSource("timers")
    void aTimerIsComputedFromTheCall(TimerEventDefinition timer) {
        var when = timer.getTimeDate() == null ? timer.getTimeCycle() : timer.getTimeDate();
        var matcher = DEADLINE.matcher(when.getTextContent());

        assertThat(matcher.matches()).as(when.getTextContent()).isTrue();
        assertThat(context.getBean(matcher.group(1)).getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(matcher.group(2)));
        assertThat(((BoundaryEvent) timer.getParentElement()).getId()).startsWith("timer_");
    }

    @ParameterizedTest
    @MethodSource("userTasks")
    void aDueDateIsComputedFromTheCall(UserTask task) {
        var matcher = DEADLINE.matcher(task.getCamundaDueDate());

        assertThat(matcher.matches()).isTrue();
        assertThat(context.getBean(matcher.group(1)).getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(matcher.group(2)));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aConditionOnlyComparesARoutingFact(SequenceFlow flow) {
        if (flow.getConditionExpression() != null) {
            assertThat(flow.getConditionExpression().getTextContent()).matches(CONDITION);
            assertThat(flow.getName()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void everyElementIsExplainedAndSpeaksToItsReader(FlowNode node) {
        assertThat(node.getDocumentations())
                .isNotEmpty()
                .allMatch(text -> !text.getTextContent().isBlank());
        if (!(node instanceof Gateway gateway) || gateway.getOutgoing().size() > 1) {
            assertThat(node.getName()).isNotBlank();
        }
    }

    private static String property(BaseElement element, String name) {
        return element.getExtensionElements() == null
                ? ""
                : element.getExtensionElements().getElementsQuery().list().stream()
                        .flatMap(extension -> extension.getChildElementsByType(CamundaProperty.class).stream())
                        .filter(property -> property.getCamundaName().equals(name))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse("");
    }

    private static <T extends BaseElement> Stream<T> all(Class<T> type) {
        return models().flatMap(model -> model.getModelElementsByType(type).stream());
    }

    private static Stream<BpmnModelInstance> models() {
        return files().map(file -> Bpmn.readModelFromFile(file.toFile()));
    }

    private static Stream<Path> files() {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList().stream();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
