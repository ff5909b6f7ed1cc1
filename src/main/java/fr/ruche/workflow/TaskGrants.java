package fr.ruche.workflow;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The rights on a task follow the task. The engine gives them to whoever holds it or is offered it, and never takes
 * them back: an intercommunality would still decide on a fiche that was forwarded to another.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            authorizations().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), oldAssignee);
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(
            Task task, @Nullable String oldOwner, @Nullable String newOwner) {
        if (oldOwner != null && !oldOwner.equals(newOwner) && !oldOwner.equals(task.getAssignee())) {
            authorizations().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), oldOwner);
        }
        return super.newTaskOwner(task, oldOwner, newOwner);
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskUserIdentityLink(Task task, String user, String type) {
        if (!user.equals(task.getAssignee())) {
            authorizations().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), user);
        }
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        authorizations().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), group);
        return null;
    }

    private static AuthorizationManager authorizations() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
