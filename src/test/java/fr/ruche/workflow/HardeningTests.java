package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationException;
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

/** Every attack is run twice: the engine as it is delivered gives way, ours does not. */
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

    private ProcessEngine delivered;

    @BeforeAll
    void startTheDeliveredEngine() {
        delivered = DefaultEngine.start(database);
    }

    @AfterAll
    void stopTheDeliveredEngine() {
        delivered.close();
    }

    @TestFactory
    Stream<DynamicTest> theDeliveredEngineGivesWay() {
        return Attacks.all()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.name(),
                        () -> assertThat(attack.succeeds(delivered)).isTrue()));
    }

    /** The gate is left open, except where it is the only guard: what runs must be refused by the engine itself. */
    @TestFactory
    Stream<DynamicTest> ourEngineDoesNot() {
        return Attacks.all()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.name(), () -> assertThat(attackOurs(attack)).isFalse()));
    }

    /** The delivered engine refuses these too; what is held here is that nobody opens them again. */
    @ParameterizedTest
    @MethodSource("documentsWithEntities")
    void aModelThatNamesEntitiesIsNotRead(String resource, String model) {
        assertThatThrownBy(() -> gate.open(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString(resource, model)
                        .deploy()))
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
        assertThatThrownBy(() -> gate.open(() -> answers.add(Attacks.evaluate(engine, "feel", call))))
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
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("nothing.bpmn", Attack.process("<bpmn:startEvent id=\"start\"/>"));
        assertThatThrownBy(deployment::deploy).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("page.html", "<script>1</script>")
                        .deploy())
                .isInstanceOf(AuthorizationException.class);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("attack")
                        .count())
                .isZero();
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

    private boolean attackOurs(Attack attack) {
        if (attack.gateOnly()) {
            return attack.succeeds(engine);
        }
        var succeeded = new AtomicBoolean();
        gate.open(() -> succeeded.set(attack.succeeds(engine)));
        return succeeded.get();
    }
}
