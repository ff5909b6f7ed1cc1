package fr.ruche.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.jspecify.annotations.Nullable;

/** A group query of the engine, answered by the directory. */
final class OfficerGroupQuery extends GroupQueryImpl {

    private static final String TYPE = "WORKFLOW";

    private final transient Directory directory;

    OfficerGroupQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext command) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext command, @Nullable Page page) {
        return Pages.of(found().map(OfficerGroupQuery::group), page);
    }

    private Stream<Directory.Group> found() {
        return groups().filter(this::fits);
    }

    private Stream<Directory.Group> groups() {
        var all = directory.groups().stream();
        if (getUserId() == null) {
            return all;
        }
        var own = directory.person(getUserId()).map(Directory.Person::groups).orElse(List.of());
        return all.filter(group -> own.contains(group.id()));
    }

    private boolean fits(Directory.Group group) {
        return getTenantId() == null
                && (getId() == null || getId().equals(group.id()))
                && (getIds() == null || Arrays.asList(getIds()).contains(group.id()))
                && (getName() == null || getName().equals(group.name()))
                && (getType() == null || getType().equals(TYPE))
                && Pages.like(group.name(), getNameLike());
    }

    private static Group group(Directory.Group known) {
        var group = new GroupEntity(known.id());
        group.setName(known.name());
        group.setType(TYPE);
        return group;
    }
}
