package fr.ruche.workflow;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** What one command of the engine sees of the directory. Passwords are never checked here. */
final class DirectorySession implements ReadOnlyIdentityProvider {

    private final Directory directory;

    DirectorySession(Directory directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return directory.person(id).map(PersonQuery::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new PersonQuery(directory, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext command) {
        return new PersonQuery(directory, executor());
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Accounts are not in the tables of the engine.");
    }

    @Override
    public boolean checkPassword(String user, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return createGroupQuery().groupId(id).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new OfficerGroupQuery(directory, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext command) {
        return new OfficerGroupQuery(directory, executor());
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext command) {
        return new NoTenants(executor());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
