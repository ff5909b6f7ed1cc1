package fr.ruche.workflow;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Closes what the last community release leaves open: see {@code docs/security.md}. Everything is set before the engine
 * is built, because what is set later has no effect under Spring.
 */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {

    private static final String IDS = "[a-zA-Z0-9-]+";
    /** What the engine's applications themselves ask for. */
    private static final int LARGEST_RESULT = 2000;

    private final ProcessActions actions;
    private final DeploymentGate gate;
    private final ObjectProvider<Directory> directory;
    private final ObjectProvider<TaskBarrier> barrier;

    EngineHardening(
            ProcessActions actions,
            DeploymentGate gate,
            ObjectProvider<Directory> directory,
            ObjectProvider<TaskBarrier> barrier) {
        this.actions = actions;
        this.gate = gate;
        this.directory = directory;
        this.barrier = barrier;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        closeExecution(engine);
        closeData(engine);
        closeIdentity(engine);
    }

    private void closeExecution(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ClosedExpressions(actions));
        engine.setDmnElProvider(expression -> {
            throw new ProcessEngineException("A decision is written in FEEL.");
        });
        engine.setDmnFeelEnableLegacyBehavior(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setConfigureScriptEngineHostAccess(false);
        engine.setArtifactFactory(new NoClasses());
        engine.setCustomPreDeployers(List.of(gate));
        engine.setCmmnEnabled(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true); // else an officer ends a process with an error
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true); // ${currentUser()} in filters; ClosedExpressions guards it
    }

    private static void closeData(ProcessEngineConfigurationImpl engine) {
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnforceSpecificVariablePermission(true);
        engine.setEnableHistoricInstancePermissions(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setQueryMaxResultsLimit(LARGEST_RESULT);
        engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
    }

    private void closeIdentity(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new TaskGrants(barrier));
        engine.setCustomSessionFactories(List.of(new TaskRights.Sessions()));
        engine.setIdentityProviderSessionFactory(new DirectorySessions(directory));
        engine.setEnablePasswordPolicy(true); // no password is kept there, but the engine's applications ask for it
        engine.setUserResourceWhitelistPattern(IDS);
        engine.setGroupResourceWhitelistPattern(IDS);
    }
}
