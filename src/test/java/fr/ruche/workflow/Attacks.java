package fr.ruche.workflow;

import static fr.ruche.workflow.Attack.atTheGate;
import static fr.ruche.workflow.Attack.byProcess;
import static fr.ruche.workflow.Attack.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;

/** The ways in of {@code docs/security.md}, as an attacker would take them. */
final class Attacks {

    private static final String REFLECTION = Breach.reflection().get(0);

    private Attacks() {}

    static Stream<Attack> all() {
        return Stream.of(expressions(), code(), pages(), otherDoors()).flatMap(List::stream);
    }

    private static List<Attack> expressions() {
        return List.of(
                byProcess("an expression of a service task", task("camunda:expression=\"" + REFLECTION + "\"", "")),
                byProcess(
                        "a class reached as a property",
                        task("camunda:expression=\"" + Breach.reflection().get(1) + "\"", "")),
                byProcess("a listener", task("camunda:expression=\"${text}\"", """
                        <bpmn:extensionElements>
                          <camunda:executionListener event="start" expression="%s"/>
                        </bpmn:extensionElements>""".formatted(REFLECTION))),
                byProcess("an input parameter", task("camunda:expression=\"${text}\"", """
                        <bpmn:extensionElements><camunda:inputOutput>
                          <camunda:inputParameter name="x">%s</camunda:inputParameter>
                        </camunda:inputOutput></bpmn:extensionElements>""".formatted(REFLECTION))),
                byProcess("a timer that starts a process, evaluated while it is deployed", """
                        <bpmn:startEvent id="start"><bpmn:timerEventDefinition>
                          <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration>
                        </bpmn:timerEventDefinition></bpmn:startEvent>""".formatted(REFLECTION)),
                byProcess("a due date", """
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <bpmn:userTask id="task" camunda:dueDate="%s"/>""".formatted(REFLECTION)),
                byProcess(
                        "the services of the engine",
                        task(
                                "camunda:expression=\""
                                        + "${execution.processEngineServices.runtimeService.createMessageCorrelation('x')"
                                        + ".getClass().forName('fr.ruche.workflow.Breach').newInstance()}\"",
                                "")),
                byProcess(
                        "a variable of the process",
                        task(
                                "camunda:expression=\""
                                        + "${text.getClass().forName('fr.ruche.workflow.Breach').newInstance()}\"",
                                "")),
                byProcess("a bean that is no action", task("camunda:expression=\"${secret.leak()}\"", "")),
                byProcess("a delegate", task("camunda:delegateExpression=\"" + REFLECTION + "\"", "")),
                byProcess("those who may take a task", userTask("camunda:candidateUsers=\"" + REFLECTION + "\"", "")),
                byProcess("a collection of many instances", task("camunda:expression=\"${text}\"", """
                        <bpmn:multiInstanceLoopCharacteristics camunda:collection="%s" camunda:elementVariable="x"/>""".formatted(
                                REFLECTION))),
                byProcess("the process that is called", """
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
                        <bpmn:callActivity id="call" calledElement="%s"/>""".formatted(REFLECTION)));
    }

    private static List<Attack> code() {
        return List.of(
                byProcess("a script", """
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <bpmn:scriptTask id="task" scriptFormat="juel"><bpmn:script>%s</bpmn:script></bpmn:scriptTask>
                        """.formatted(REFLECTION)),
                byProcess("a script in an input parameter", task("camunda:expression=\"${text}\"", """
                        <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="x">
                          <camunda:script scriptFormat="juel">%s</camunda:script>
                        </camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>""".formatted(
                                REFLECTION))),
                byProcess("the class of a listener of a task", userTask("", """
                        <bpmn:extensionElements>
                          <camunda:taskListener event="create" class="fr.ruche.workflow.Breach"/>
                        </bpmn:extensionElements>""")),
                atTheGate("a class that maps variables", """
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
                        <bpmn:callActivity id="call" calledElement="none"
                            camunda:variableMappingClass="fr.ruche.workflow.Breach"/>"""),
                new Attack("a listener of a case", false, Attacks::caseModel),
                byProcess("a class", task("camunda:class=\"fr.ruche.workflow.Breach\"", "")),
                new Attack("a shell command", false, Attacks::shell),
                atTheGate("a form handler, instantiated while it is deployed", """
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <bpmn:userTask id="task" camunda:formHandlerClass="fr.ruche.workflow.Breach$Handler"/>"""),
                new Attack("a validator of a form field", true, Attacks::validator),
                new Attack("a decision in JUEL", false, engine -> evaluate(engine, "juel", REFLECTION)));
    }

    /** What Tasklist would show or open in the session of an officer. */
    private static List<Attack> pages() {
        return List.of(
                new Attack("a page with a script as the form of a task", true, Attacks::page),
                new Attack(
                        "a foreign address as the form of a task",
                        true,
                        engine -> form(engine, "https://example.invalid/form", key -> key.startsWith("https:"))));
    }

    private static List<Attack> otherDoors() {
        return List.of(
                new Attack("an expression in a filter", false, Attacks::filter),
                new Attack("CVE-2026-109432: an expression in an ad-hoc query", false, Attacks::adHocQuery),
                new Attack("CVE-2026-77226: the first administrator", false, Setup::createAdministrator));
    }

    private static String userTask(String attributes, String content) {
        return """
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                <bpmn:userTask id="task" %s>%s</bpmn:userTask>""".formatted(attributes, content);
    }

    private static void page(ProcessEngine engine) {
        form(engine, "embedded:deployment:attack.html", key -> key.startsWith("embedded:"));
    }

    /** Deploys a task with this form and a page beside it; reached when the task offers both. */
    private static void form(ProcessEngine engine, String key, Predicate<String> offered) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("attack.bpmn", Attack.process(userTask("camunda:formKey=\"" + key + "\"", "")))
                .addString("attack.html", "<script>fetch('/camunda/api')</script>")
                .deploy();
        try {
            engine.getRuntimeService().startProcessInstanceByKey("attack");
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey("attack")
                    .initializeFormKeys()
                    .singleResult();
            var resources = engine.getRepositoryService().getDeploymentResourceNames(deployment.getId());
            if (offered.test(task.getFormKey()) && resources.contains("attack.html")) {
                Breach.REACHED.incrementAndGet();
            }
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    private static void caseModel(ProcessEngine engine) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("attack.cmmn", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" id="d"
                            targetNamespace="attack" xmlns:camunda="http://camunda.org/schema/1.0/cmmn">
                          <case id="attack" camunda:historyTimeToLive="P1D"><casePlanModel id="plan">
                            <planItem id="item" definitionRef="task"/>
                            <humanTask id="task"><extensionElements>
                              <camunda:caseExecutionListener event="create" class="fr.ruche.workflow.Breach"/>
                            </extensionElements></humanTask>
                          </casePlanModel></case>
                        </definitions>""")
                .deploy();
        try {
            engine.getCaseService().createCaseInstanceByKey("attack");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    private static void shell(ProcessEngine engine) throws IOException {
        var trace = Files.createTempDirectory("attack").resolve("was-here");
        Attack.deployAndRun(engine, task("camunda:type=\"shell\"", """
                <bpmn:extensionElements>
                  <camunda:field name="command" stringValue="touch"/>
                  <camunda:field name="arg1" stringValue="%s"/>
                  <camunda:field name="wait" stringValue="true"/>
                </bpmn:extensionElements>""".formatted(trace)));
        reachedIf(Files.exists(trace), trace);
    }

    private static void reachedIf(boolean reached, Path trace) throws IOException {
        if (reached) {
            Breach.REACHED.incrementAndGet();
            Files.delete(trace);
        }
    }

    private static void validator(ProcessEngine engine) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("attack.bpmn", Attack.process("""
                        <bpmn:startEvent id="start"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                        <bpmn:userTask id="task"><bpmn:extensionElements><camunda:formData>
                          <camunda:formField id="x" type="string"><camunda:validation>
                            <camunda:constraint name="validator" config="fr.ruche.workflow.Breach"/>
                          </camunda:validation></camunda:formField>
                        </camunda:formData></bpmn:extensionElements></bpmn:userTask>"""))
                .deploy();
        try {
            engine.getRuntimeService().startProcessInstanceByKey("attack");
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey("attack")
                    .singleResult();
            engine.getFormService().submitTaskForm(task.getId(), Map.of("x", "y"));
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    static String decision(String expression) {
        return decision("juel", expression);
    }

    private static String decision(String language, String expression) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
                    namespace="attack" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="attack" name="attack" camunda:historyTimeToLive="P1D">
                    <variable id="v" name="v" typeRef="string"/>
                    <literalExpression id="l" expressionLanguage="%s"><text>%s</text></literalExpression>
                  </decision>
                </definitions>""".formatted(language, expression);
    }

    /** What the decision answers. */
    static Object evaluate(ProcessEngine engine, String language, String expression) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("attack.dmn", decision(language, expression))
                .deploy();
        try {
            return engine.getDecisionService().evaluateDecisionByKey("attack").evaluate();
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    private static void filter(ProcessEngine engine) {
        var filters = engine.getFilterService();
        var filter = filters.newTaskFilter("attack");
        filter.setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression(REFLECTION));
        var saved = filters.saveFilter(filter);
        try {
            filters.list(saved.getId());
        } finally {
            filters.deleteFilter(saved.getId());
        }
    }

    private static void adHocQuery(ProcessEngine engine) throws IOException {
        var json = new ObjectMapper();
        var query =
                json.readValue("{\"orQueries\":[{\"assigneeExpression\":\"" + REFLECTION + "\"}]}", TaskQueryDto.class);
        query.setObjectMapper(json);
        query.toQuery(engine).count();
    }
}
