package fr.ruche.workflow;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * In whose name somebody works on a task. A task that was handed to a substitute keeps the absent person as its owner;
 * one that the substitute reaches through a lent group belongs to whoever lends it.
 */
@Component
class Substitution {

    private final ObjectProvider<Directory> directory;

    /** @param directory asked when needed: the directory is built on the domain, and the domain on the engine */
    Substitution(ObjectProvider<Directory> directory) {
        this.directory = directory;
    }

    /**
     * The account of the absent colleague, empty for one's own name.
     *
     * @throws fr.ruche.common.Forbidden when no colleague has entrusted this step
     */
    Optional<String> onBehalf(TaskEntity task, String person) {
        var owner = task.getOwner();
        if (owner != null && person.equals(task.getAssignee())) {
            return Optional.of(owner).filter(absent -> !absent.equals(person));
        }
        return directory.getObject().onBehalf(person, task.getTaskDefinitionKey(), () -> groups(task));
    }

    private static Set<String> groups(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
