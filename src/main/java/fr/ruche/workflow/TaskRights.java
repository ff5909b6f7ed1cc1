package fr.ruche.workflow;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Whoever asks for the tasks that are offered to groups of theirs has a right on each of them ({@link TaskGrants}): the
 * database need not hold every task against every right once more. That was nearly all of Tasklist's time in a group
 * with many tasks. Somebody of whom a right is revoked ({@link TaskGrants#closed}) is asked task by task.
 */
final class TaskRights extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (asksForOwnGroups(query) && !query.getAuthCheck().isRevokeAuthorizationCheckEnabled()) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** All criteria of the query itself hold together; only those within an « or » are alternatives. */
    private boolean asksForOwnGroups(TaskQueryImpl query) {
        if (query.isOrQueryActive() || query.getCandidateUser() != null || getCurrentAuthentication() == null) {
            return false;
        }
        var asked = query.getCandidateGroups();
        var own = getCurrentAuthentication().getGroupIds();
        return asked != null && !asked.isEmpty() && own != null && own.containsAll(asked);
    }

    static final class Sessions implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new TaskRights();
        }
    }
}
