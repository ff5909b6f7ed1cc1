package fr.ruche.workflow;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.review.FieldWord;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * Completes a task with the answer of its form: permission, form, domain, then the process goes on, all in one
 * transaction. What was submitted never becomes a process variable; only the routing facts of the step do.
 */
class AnswerStep implements Command<@Nullable VariableMap> {

    private final UserSteps steps;
    private final Substitution substitution;
    private final String taskId;
    private final @Nullable Map<String, Object> submitted;
    private final boolean returnVariables;

    AnswerStep(
            UserSteps steps,
            Substitution substitution,
            String taskId,
            @Nullable Map<String, Object> submitted,
            boolean returnVariables) {
        this.steps = steps;
        this.substitution = substitution;
        this.taskId = taskId;
        this.submitted = submitted;
        this.returnVariables = returnVariables;
    }

    @Override
    public @Nullable VariableMap execute(CommandContext context) {
        var task = open(context);
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        var actor = actor(context);
        return context.runWithoutAuthorization(() -> Behalf.of(substitution.onBehalf(task, actor), () -> {
            var facts = answered(task, actor, context);
            return new CompleteTaskCmd(taskId, ProcessVariable.named(facts), returnVariables, false).execute(context);
        }));
    }

    private TaskEntity open(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new Conflict(Sentences.of("task.gone"));
        }
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw new Conflict(Sentences.of("task.delegated"));
        }
        return task;
    }

    private Map<ProcessVariable<?>, Object> answered(TaskEntity task, String actor, CommandContext context) {
        var step = steps.of(task).orElseThrow(() -> new Forbidden(Sentences.of("task.ofPorteur")));
        var businessKey = task.getProcessInstance().getBusinessKey();
        var feel = context.getProcessEngineConfiguration()
                .getDmnEngineConfiguration()
                .getFeelEngine();
        var form = FormSchema.of(task, context);
        Map<String, Object> shown = form.needsShown() ? step.prefill(businessKey) : Map.of();
        var read = step.fields().stream().map(FieldWord::key).collect(Collectors.toUnmodifiableSet());
        var checked = form.check(Submission.read(submitted), shown, feel);
        var answer =
                new Answer(checked.values(), read, task.getTaskDefinitionKey(), task.getName(), checked.answered());
        var facts = step.answer(businessKey, answer, actor);
        if (!facts.keySet().equals(step.sets())) {
            throw new IllegalStateException(task.getTaskDefinitionKey() + " does not set what it declares");
        }
        return facts;
    }

    private static String actor(CommandContext context) {
        var actor = context.getAuthenticatedUserId();
        if (actor == null) {
            throw new Forbidden(Sentences.of("task.signIn"));
        }
        return actor;
    }
}
