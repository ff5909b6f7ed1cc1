package fr.ruche.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the modules what a process waits for: every user task, and every event that names who holds the dossier
 * meanwhile. Nobody draws it in the model; it belongs to every diagram.
 */
class StepPublisher extends AbstractBpmnParseListener {

    static final String CLOCK = "clock";
    private static final String READERS = "readers";

    private final ApplicationEventPublisher events;
    private final Ways ways;

    StepPublisher(ApplicationEventPublisher events, Ways ways) {
        this.events = events;
        this.ways = ways;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Ways.isStep(activity);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var clock = property(element, CLOCK);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> entered(t, clock));
        StepReaders.of(property(element, READERS))
                .ifPresent(readers -> task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, readers));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::changed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, t -> left(t, true));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, t -> left(t, false));
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        waiting(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        waiting(element, activity);
    }

    private void waiting(Element element, ActivityImpl activity) {
        var clock = property(element, CLOCK);
        if (!clock.isEmpty()) {
            Ways.isStep(activity);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) e -> entered(e, clock));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::left);
        }
    }

    private static String property(Element element, String name) {
        var properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
        return properties == null ? "" : properties.getOrDefault(name, "");
    }

    private void entered(DelegateTask task, String clock) {
        events.publishEvent(new StepEntered(
                process(task.getExecution()),
                version(task.getExecution()),
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                clock,
                task.getId(),
                instant(task.getDueDate()),
                groups(task),
                task.getAssignee(),
                ways.taken(task.getExecution())));
    }

    /** A change of the groups leaves no trace among the changed properties. */
    private void changed(DelegateTask task) {
        var changes = ((TaskEntity) task).getPropertyChanges().keySet();
        if (changes.contains(TaskEntity.DUE_DATE)) {
            moved(task);
        }
        if (!changes.equals(Set.of(TaskEntity.DUE_DATE))) {
            events.publishEvent(new StepHandedOn(
                    task.getExecution().getProcessBusinessKey(),
                    task.getId(),
                    groups(task),
                    task.getAssignee(),
                    task.getOwner(),
                    actor()));
        }
    }

    private void moved(DelegateTask task) {
        events.publishEvent(new StepDueMoved(
                process(task.getExecution()),
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                task.getId(),
                instant(task.getDueDate())));
    }

    /** Without those that this transaction takes away, which the engine still lists. */
    private static Set<String> groups(DelegateTask task) {
        var pending = Context.getCommandContext().getDbEntityManager();
        return task.getCandidates().stream()
                .filter(link -> link.getGroupId() != null && !pending.isDeleted((DbEntity) link))
                .map(IdentityLink::getGroupId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void left(DelegateTask task, boolean completed) {
        events.publishEvent(new StepLeft(
                process(task.getExecution()),
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                task.getId(),
                completed,
                !completed && byTimer(),
                completed ? actor() : null,
                completed ? Behalf.current().orElse(null) : null));
    }

    private void entered(DelegateExecution event, String clock) {
        events.publishEvent(new StepEntered(
                process(event),
                version(event),
                event.getProcessBusinessKey(),
                event.getCurrentActivityId(),
                event.getCurrentActivityName(),
                clock,
                event.getActivityInstanceId(),
                null,
                Set.of(),
                null,
                ways.taken(event)));
    }

    private void left(DelegateExecution event) {
        var completed = !event.isCanceled();
        events.publishEvent(new StepLeft(
                process(event),
                event.getProcessBusinessKey(),
                event.getCurrentActivityId(),
                event.getActivityInstanceId(),
                completed,
                !completed && byTimer(),
                completed ? actor() : null,
                completed ? Behalf.current().orElse(null) : null));
    }

    static String process(DelegateExecution execution) {
        return definition(execution).getKey();
    }

    static int version(DelegateExecution execution) {
        return definition(execution).getVersion();
    }

    private static ProcessDefinitionEntity definition(DelegateExecution execution) {
        return (ProcessDefinitionEntity) ((ExecutionEntity) execution).getProcessDefinition();
    }

    private static boolean byTimer() {
        return Context.getCommandContext().getCurrentJob() instanceof TimerEntity;
    }

    private static @Nullable String actor() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
