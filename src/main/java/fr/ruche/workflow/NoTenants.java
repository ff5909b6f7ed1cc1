package fr.ruche.workflow;

import java.util.List;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** Ruche has no tenants: territories are groups. */
final class NoTenants extends TenantQueryImpl {

    NoTenants(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext command) {
        return 0;
    }

    @Override
    public List<Tenant> executeList(CommandContext command, Page page) {
        return List.of();
    }
}
