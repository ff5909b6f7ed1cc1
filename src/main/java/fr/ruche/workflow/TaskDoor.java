package fr.ruche.workflow;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service, through which {@code /complete} comes: every answer goes to its step. What would move a
 * dossier past its step is closed; no model of ours uses it.
 */
class TaskDoor extends TaskServiceImpl {

    private final UserSteps steps;
    private final Substitution substitution;

    TaskDoor(UserSteps steps, Substitution substitution) {
        this.steps = steps;
        this.substitution = substitution;
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> fields) {
        commandExecutor.execute(new AnswerStep(steps, substitution, taskId, fields, false));
    }

    @Override
    public @Nullable VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> fields, boolean deserializeValues) {
        return commandExecutor.execute(new AnswerStep(steps, substitution, taskId, fields, true));
    }

    /** Whoever takes a task for an absent colleague has it in that colleague's name, and gives it back with it. */
    @Override
    public void claim(String taskId, @Nullable String person) {
        commandExecutor.execute(context -> {
            super.claim(taskId, person);
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            own(
                    taskId,
                    person == null ? null : substitution.onBehalf(task, person).orElse(null),
                    context);
            return null;
        });
    }

    /** A task that leaves the hands of a substitute is no longer held for anybody. */
    @Override
    public void setAssignee(String taskId, @Nullable String person) {
        commandExecutor.execute(context -> {
            super.setAssignee(taskId, person);
            own(taskId, null, context);
            return null;
        });
    }

    private void own(String taskId, @Nullable String owner, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        var before = task.getOwner();
        if (!Objects.equals(before, owner)) {
            context.runWithoutAuthorization(() -> {
                if (owner == null) {
                    deleteUserIdentityLink(taskId, before, IdentityLinkType.OWNER);
                } else {
                    setOwner(taskId, owner);
                }
                return null;
            });
        }
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
            throw new Forbidden(Sentences.of("task.byForm"));
        });
    }
}
