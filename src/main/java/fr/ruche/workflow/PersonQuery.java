package fr.ruche.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** A user query of the engine, answered by the directory. The name shown is the first name; there is no last name. */
final class PersonQuery extends UserQueryImpl {

    private final transient Directory directory;

    PersonQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    static User user(Directory.Person person) {
        var user = new UserEntity(person.id());
        user.setFirstName(person.displayName());
        user.setLastName("");
        user.setEmail(person.email());
        return user;
    }

    @Override
    public long executeCount(CommandContext command) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext command, @Nullable Page page) {
        return Pages.of(found().map(PersonQuery::user), page);
    }

    private Stream<Directory.Person> found() {
        return candidates().filter(this::fits);
    }

    private Stream<Directory.Person> candidates() {
        if (getId() != null) {
            return directory.person(getId()).stream();
        }
        if (getIds() != null) {
            return Arrays.stream(getIds()).distinct().flatMap(id -> directory.person(id).stream());
        }
        return directory.people().stream();
    }

    private boolean fits(Directory.Person person) {
        return getTenantId() == null
                && (getIds() == null || Arrays.asList(getIds()).contains(person.id()))
                && (getGroupId() == null || person.groups().contains(getGroupId()))
                && (getFirstName() == null || getFirstName().equals(person.displayName()))
                && (getLastName() == null || getLastName().isEmpty())
                && (getEmail() == null || Objects.equals(getEmail(), person.email()))
                && Pages.like(person.displayName(), getFirstNameLike())
                && Pages.like("", getLastNameLike())
                && Pages.like(person.email(), getEmailLike());
    }
}
