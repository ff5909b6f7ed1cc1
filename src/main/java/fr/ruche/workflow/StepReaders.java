package fr.ruche.workflow;

import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Lets the groups that a user task names in its property {@code readers} see it in Tasklist without being able to
 * answer it: those who follow a dossier while the porteur holds it. The engine takes the right back when the task ends.
 */
final class StepReaders implements TaskListener {

    private final Expression groups;

    private StepReaders(Expression groups) {
        this.groups = groups;
    }

    /** @param groups names with a comma between them, which may hold routing facts: {@code conformity-${territory}} */
    static Optional<StepReaders> of(String groups) {
        return groups.isBlank()
                ? Optional.empty()
                : Optional.of(new StepReaders(Context.getProcessEngineConfiguration()
                        .getExpressionManager()
                        .createExpression(groups)));
    }

    @Override
    public void notify(DelegateTask task) {
        Arrays.stream(groups.getValue(task).toString().split(","))
                .map(String::trim)
                .forEach(group -> grant(group, task));
    }

    private static void grant(String group, DelegateTask task) {
        var authorizations = Context.getProcessEngineConfiguration().getAuthorizationService();
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.TASK);
        grant.setResourceId(task.getId());
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
    }
}
