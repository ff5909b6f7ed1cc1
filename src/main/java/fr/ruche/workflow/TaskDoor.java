package fr.ruche.workflow;

import fr.ruche.common.Forbidden;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service, through which {@code /complete} comes: every answer goes to its step. What would move a
 * dossier past its step is closed; no model of ours uses it.
 */
class TaskDoor extends TaskServiceImpl {

    private final UserSteps steps;

    TaskDoor(UserSteps steps) {
        this.steps = steps;
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> fields) {
        commandExecutor.execute(new AnswerStep(steps, taskId, fields, false));
    }

    @Override
    public @Nullable VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> fields, boolean deserializeValues) {
        return commandExecutor.execute(new AnswerStep(steps, taskId, fields, true));
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> fields) {
        if (fields != null && !fields.isEmpty()) {
            close();
        }
        super.resolveTask(taskId);
    }

    @Override
    public void handleBpmnError(
            String taskId, String errorCode, @Nullable String errorMessage, @Nullable Map<String, Object> fields) {
        close();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, @Nullable Map<String, Object> fields) {
        close();
    }

    /** Within a command, so that the refusal leaves through the same door as every other. */
    private void close() {
        commandExecutor.execute(context -> {
            throw new Forbidden("Une étape se termine par la réponse à son formulaire, et pas autrement.");
        });
    }
}
