package fr.ruche.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes at each start what the groups may do in the engine; a second start changes nothing. */
@Component
@Order(0)
class Grants implements ApplicationRunner {

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
        SharedFilter.ALL.forEach(this::share);
    }

    private void share(SharedFilter shared) {
        var filter = Optional.ofNullable(filters.createTaskFilterQuery()
                        .filterName(shared.name())
                        .singleResult())
                .orElseGet(() -> filters.newTaskFilter(shared.name()));
        filter.setQuery(shared.query().apply(tasks.createTaskQuery()));
        filter.setProperties(shared.properties());
        var kept = filters.saveFilter(filter);
        shared.groups().forEach(group -> write(Grant.ofFilter(group, kept.getId())));
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
