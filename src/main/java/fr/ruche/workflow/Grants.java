package fr.ruche.workflow;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes at each start what the groups may do in the engine; a second start changes nothing. */
@Component
@Order(0)
class Grants implements ApplicationRunner {

    static final String SHARED_FILTER = "Mes tâches et celles de mes groupes";

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    Grants(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments unused) {
        Grant.standing().forEach(this::write);
        write(Grant.ofFilter(sharedFilter().getId()));
    }

    private Filter sharedFilter() {
        return Optional.ofNullable(filters.createTaskFilterQuery()
                        .filterName(SHARED_FILTER)
                        .singleResult())
                .orElseGet(this::newSharedFilter);
    }

    private Filter newSharedFilter() {
        var filter = filters.newTaskFilter(SHARED_FILTER);
        filter.setQuery(tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr());
        filter.setProperties(Map.of("priority", -10, "color", "#1f4e5f", "refresh", true));
        return filters.saveFilter(filter);
    }

    private void write(Grant grant) {
        var row = Optional.ofNullable(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(grant.group())
                        .resourceType(grant.resource())
                        .resourceId(grant.resourceId())
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .singleResult())
                .orElseGet(() -> newRow(grant));
        row.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }

    private Authorization newRow(Grant grant) {
        var row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(grant.group());
        row.setResource(grant.resource());
        row.setResourceId(grant.resourceId());
        return row;
    }
}
