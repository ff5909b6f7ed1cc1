package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDiagram;
import fr.ruche.common.Forbidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.feel.FeelEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;

/**
 * Every attack is run three times: the engine as it is delivered gives way; ours does not, even behind the gate; and
 * what has to be deployed does not pass the gate.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardeningTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    DeploymentGate gate;

    @Autowired
    DataSource database;

    @Autowired
    ProcessActions actions;

    @Autowired
    EngineHardening hardening;

    private ProcessEngine delivered;
    private ProcessEngine hardened;

    @BeforeAll
    void startTheOtherEngines() {
        delivered = DefaultEngine.start(database);
        hardened = HardenedEngine.start(database, hardening);
    }

    @AfterAll
    void stopTheOtherEngines() {
        delivered.close();
        hardened.close();
    }

    @TestFactory
    Stream<DynamicTest> theDeliveredEngineGivesWay() {
        return Attacks.all()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.name(),
                        () -> assertThat(attack.succeeds(delivered)).isTrue()));
    }

    /** What gets past the gate is refused by the engine itself, except where the gate is the only guard. */
    @TestFactory
    Stream<DynamicTest> ourEngineDoesNotBehindTheGate() {
        return Attacks.all()
                .filter(attack -> !attack.gateOnly())
                .map(attack -> DynamicTest.dynamicTest(
                        attack.name(),
                        () -> assertThat(attack.succeeds(hardened)).isFalse()));
    }

    /** Published by the program, as at its start: the gate reads it like any other. */
    @TestFactory
    Stream<DynamicTest> nothingPassesTheGate() {
        return Attacks.all()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.name(),
                        () -> assertThat(publishedByTheProgram(attack)).isFalse()));
    }

    /** The delivered engine refuses these too; what is held here is that nobody opens them again. */
    @ParameterizedTest
    @MethodSource("documentsWithEntities")
    void aModelThatNamesEntitiesIsNotRead(String resource, String model) {
        assertThatThrownBy(() -> hardened.getRepositoryService()
                        .createDeployment()
                        .addString(resource, model)
                        .deploy())
                .hasStackTraceContaining("DOCTYPE is disallowed");
    }

    static Stream<Arguments> documentsWithEntities() {
        var file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;\">]>";
        return Stream.of(file, laughs)
                .flatMap(type -> Stream.of(
                        Arguments.of("attack.bpmn", Attack.withDoctype(type, Attack.process(Attack.NAMED_BY_ENTITY))),
                        Arguments.of("attack.dmn", Attack.withDoctype(type, Attacks.decision("&e;")))));
    }

    /** The same expression reaches the class when FEEL is told to allow it. */
    @Test
    void aDecisionCallsNoJava() {
        var call = "{ f: function(x, y) external { java: { class: \"java.lang.Math\","
                + " method signature: \"max(int, int)\" } }, y: f(1, 42) }.y";
        var open = new FeelEngine.Builder().enableExternalFunctions(true).build();
        assertThat(open.evalExpression(call, Map.of()).toString()).contains("42");

        var answers = new ArrayList<Object>();
        assertThatThrownBy(() -> answers.add(Attacks.evaluate(hardened, "feel", call)))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(answers).isEmpty();
    }

    /** Without these, a script, a mail task or a connector has nothing to run with, whatever the engine allows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.commons.mail.Email",
                "org.camunda.connect.Connectors",
                "org.graalvm.polyglot.Context",
                "groovy.lang.GroovyShell",
                "org.python.util.PythonInterpreter",
                "org.jruby.Ruby"
            })
    void nothingThatRunsAModelsCodeIsDelivered(String type) {
        assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
    }

    @Test
    void nobodyDeploysPastTheGateNotEvenThroughJava() {
        assertThatThrownBy(() -> deploy(TestDiagram.smallest("attack").xml())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> deploy(Attack.process("<bpmn:startEvent id=\"start\"/>")))
                .isInstanceOf(ModelRefused.class);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("attack")
                        .count())
                .isZero();
    }

    private void deploy(String model) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("attack.bpmn", model)
                .deploy();
    }

    @Test
    void theGateShutsAgainEvenAfterAFailure() {
        assertThatThrownBy(() -> gate.open(() -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        nobodyDeploysPastTheGateNotEvenThroughJava();
    }

    @Test
    void aVariableCannotPassForAnAction() {
        assertThat(actions.is("deadlines", new Breach.Secret())).isFalse();
        assertThat(actions.named("accounts")).isEmpty();
        assertThat(actions.named("deploymentGate")).isEmpty();
    }

    @Test
    void whatTasklistNeedsStillWorks() {
        var filter = engine.getFilterService().newTaskFilter("whatTasklistNeedsStillWorks");
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr()
                .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(7)}")
                .taskCreatedBeforeExpression("${now()}"));
        var saved = engine.getFilterService().saveFilter(filter);
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        try {
            assertThat(engine.getFilterService()
                            .count(saved.getId(), engine.getTaskService().createTaskQuery()))
                    .isZero();
        } finally {
            engine.getIdentityService().clearAuthentication();
            engine.getFilterService().deleteFilter(saved.getId());
        }
    }

    @Test
    void theRecommendedSettingsAreOn() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(settings.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(settings.isEnableHistoricInstancePermissions()).isTrue();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(2000);
        assertThat(engine.getIdentityService().isReadOnly()).isTrue();
    }

    private boolean publishedByTheProgram(Attack attack) {
        var succeeded = new AtomicBoolean();
        gate.open(() -> succeeded.set(attack.succeeds(engine)));
        return succeeded.get();
    }
}
