package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

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
