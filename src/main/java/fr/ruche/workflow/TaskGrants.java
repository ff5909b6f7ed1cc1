package fr.ruche.workflow;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The rights on a task follow the task. The engine gives them to whoever holds it or is offered it, and never takes
 * them back: an intercommunality would still decide on a fiche that was forwarded to another.
 */
final class TaskGrants extends DefaultAuthorizationProvider {

    private final ObjectProvider<TaskBarrier> barrier;

    /** @param barrier asked when needed: it is built on the domain, and the domain on the engine */
    TaskGrants(ObjectProvider<TaskBarrier> barrier) {
        this.barrier = barrier;
    }

    /** What is revoked of a person prevails over what is granted to the groups. */
    @Override
    public AuthorizationEntity @Nullable [] newTask(Task task) {
        var process = ((TaskEntity) task).getExecution();
        var key = process == null ? null : process.getProcessBusinessKey();
        return key == null
                ? null
                : barrier.stream()
                        .flatMap(one -> one.keptFrom(key).stream())
                        .map(person -> closed(task.getId(), person))
                        .toArray(AuthorizationEntity[]::new);
    }

    /** All rights of this person on this task, revoked. */
    static AuthorizationEntity closed(String task, String person) {
        var revoked = new AuthorizationEntity(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId(person);
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(task);
        revoked.removePermission(Permissions.ALL);
        return revoked;
    }

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
        if (!ended(task) && !user.equals(task.getAssignee())) {
            authorizations().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), user);
        }
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        if (ended(task)) {
            return null; // all rights on the task leave with it, in one statement
        }
        authorizations().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), group);
        return null;
    }

    /** Nobody has a right yet on a task that this very transaction makes: the database need not be asked. */
    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorization(
            String task, @Nullable String user, @Nullable String group, Resource resource) {
        var entities = Context.getCommandContext().getDbEntityManager();
        var known = entities.getCachedEntity(TaskEntity.class, task);
        return known != null && entities.getDbEntityCache().isTransient(known)
                ? null
                : super.getGrantAuthorization(task, user, group, resource);
    }

    private static boolean ended(Task task) {
        return task instanceof TaskEntity entity && entity.isDeleted();
    }

    private static AuthorizationManager authorizations() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
