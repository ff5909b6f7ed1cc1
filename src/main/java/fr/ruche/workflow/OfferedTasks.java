package fr.ruche.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The open tasks that are offered to groups of officers, and in whose hands each is. A task that no group is offered,
 * such as one of the porteur, is never among them.
 *
 * <p>Who may do what has been decided by the caller: the engine's own authorizations are not asked here. Lists are
 * sorted by due date, the nearest first.
 */
@Component
public class OfferedTasks {

    private static final int MANY = 200;

    private final TaskService tasks;
    private final Unrestricted unrestricted;

    OfferedTasks(ProcessEngine engine, Unrestricted unrestricted) {
        this.tasks = engine.getTaskService();
        this.unrestricted = unrestricted;
    }

    /** Those offered to one of these groups, taken or not. @param first counted from 0 */
    public List<OfferedTask> of(Collection<String> groups, int first, int size) {
        return groups.isEmpty()
                ? List.of()
                : read(query().taskCandidateGroupIn(List.copyOf(groups)).includeAssignedTasks(), first, size);
    }

    /** Those offered to one of these groups that nobody has taken. */
    public List<OfferedTask> free(Collection<String> groups, int first, int size) {
        return groups.isEmpty() ? List.of() : read(query().taskCandidateGroupIn(List.copyOf(groups)), first, size);
    }

    /** Those of these processes that are offered to one of these groups, taken or not; 200 at most. */
    public List<ProcessTask> ofProcesses(Collection<String> businessKeys, Collection<String> groups) {
        return businessKeys.isEmpty() || groups.isEmpty()
                ? List.of()
                : unrestricted.command(context -> query()
                        .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                        .taskCandidateGroupIn(List.copyOf(groups))
                        .includeAssignedTasks()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskId()
                        .asc()
                        .listPage(0, MANY)
                        .stream()
                        .map(task -> process((TaskEntity) task))
                        .toList());
    }

    private static ProcessTask process(TaskEntity task) {
        var due = task.getDueDate();
        return new ProcessTask(
                task.getProcessInstance().getBusinessKey(),
                task.getId(),
                task.getName(),
                due == null ? null : due.toInstant(),
                task.getAssignee());
    }

    /** Those that this person has taken. */
    public List<OfferedTask> takenBy(String person, int first, int size) {
        return read(query().taskAssignee(person).withCandidateGroups().includeAssignedTasks(), first, size);
    }

    /** Those that somebody else holds for this person. */
    public List<OfferedTask> heldFor(String person, int first, int size) {
        return read(query().taskOwner(person).withCandidateGroups().includeAssignedTasks(), first, size);
    }

    /** All of them. */
    public List<OfferedTask> all(int first, int size) {
        return read(query().withCandidateGroups().includeAssignedTasks(), first, size);
    }

    /** Empty when there is no such task any more, or no group is offered it. */
    public Optional<OfferedTask> find(String id) {
        return unrestricted.command(
                context -> Optional.ofNullable(query().taskId(id).singleResult())
                        .map(this::offered)
                        .filter(task -> !task.groups().isEmpty()));
    }

    /**
     * Puts a task into somebody's hands.
     *
     * @param to null for nobody's: it is again for whoever of its groups takes it
     * @throws fr.ruche.common.Conflict when somebody else changes the task at the same moment
     */
    public void give(String id, @Nullable String to) {
        unrestricted.run(() -> tasks.setAssignee(id, to));
    }

    /**
     * Puts a task into the hands of a substitute, who answers it in the name of the absent person.
     *
     * @throws fr.ruche.common.Conflict when somebody else changes the task at the same moment
     */
    public void entrust(String id, String to, String absent) {
        unrestricted.run(() -> {
            tasks.setAssignee(id, to);
            tasks.setOwner(id, absent);
        });
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().active();
    }

    private List<OfferedTask> read(TaskQuery query, int first, int size) {
        return unrestricted.command(
                context -> query.orderByDueDate().asc().orderByTaskId().asc().listPage(first, size).stream()
                        .map(this::offered)
                        .toList());
    }

    private OfferedTask offered(Task task) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return new OfferedTask(task.getId(), task.getTaskDefinitionKey(), groups, task.getAssignee(), task.getOwner());
    }
}
