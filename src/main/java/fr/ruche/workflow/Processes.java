package fr.ruche.workflow;

import fr.ruche.common.Conflict;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts processes, answers steps and wakes processes up. The business key of a dossier's process is its number.
 *
 * <p>Who may do it has been decided by the caller: the engine's own authorizations are not asked here.
 */
@Component
public class Processes {

    /** An unbounded list is refused by the engine; no process has that many timers. */
    private static final int MANY = 100;

    private static final int ATTEMPTS = 3;

    private final ProcessEngine engine;
    private final Unrestricted unrestricted;

    Processes(ProcessEngine engine, Unrestricted unrestricted) {
        this.engine = engine;
        this.unrestricted = unrestricted;
    }

    /** Starts the latest version of a process. */
    public void start(String process, String businessKey, Map<ProcessVariable<?>, Object> facts) {
        start(process, null, businessKey, facts);
    }

    /**
     * Starts a process.
     *
     * @param version the deployed version to follow, or null for the latest
     * @throws fr.ruche.common.NotFound when the process is not deployed in this version
     */
    public void start(
            String process, @Nullable Integer version, String businessKey, Map<ProcessVariable<?>, Object> facts) {
        unrestricted.run(() -> runtime()
                .startProcessInstanceById(
                        definition(process, version).getId(), businessKey, ProcessVariable.named(facts)));
    }

    private ProcessDefinition definition(String process, @Nullable Integer version) {
        var query = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process);
        var found = (version == null ? query.latestVersion() : query.processDefinitionVersion(version)).singleResult();
        if (found == null) {
            throw new NotFound(Sentences.of("model.process", process));
        }
        return found;
    }

    /**
     * Completes the user task on which the process waits, for the steps that are done on pages of ours.
     *
     * @throws fr.ruche.common.Conflict when the process does not wait there (any more)
     */
    public void complete(String businessKey, String step, String actor, Map<ProcessVariable<?>, Object> facts) {
        as(
                actor,
                () -> unrestricted.command(context -> {
                    var task = task(businessKey, step).orElseThrow(Processes::elsewhere);
                    return new CompleteTaskCmd(task.getId(), ProcessVariable.named(facts)).execute(context);
                }));
    }

    /**
     * Answers a step of officers as its form in Tasklist would: the same form and the same rules apply.
     *
     * @param fields the fields of the form
     * @throws fr.ruche.common.Rejected with one fault for everything that the form or the domain refuses
     * @throws fr.ruche.common.Conflict when the process does not wait there (any more)
     */
    public void answer(String businessKey, String step, String actor, Map<String, Object> fields) {
        as(
                actor,
                () -> unrestricted.run(() -> {
                    var task = task(businessKey, step).orElseThrow(Processes::elsewhere);
                    engine.getTaskService().complete(task.getId(), fields);
                }));
    }

    /**
     * Delivers a message to the process.
     *
     * @throws fr.ruche.common.Conflict when the process does not wait for it
     */
    public void send(String message, String businessKey, Map<ProcessVariable<?>, Object> facts) {
        try {
            unrestricted.run(() -> runtime()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .setVariables(ProcessVariable.named(facts))
                    .correlate());
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw elsewhere();
        }
    }

    /** The ids of the user tasks and events on which the process waits; empty when it has ended. */
    public List<String> waitingAt(String businessKey) {
        return unrestricted.command(context -> instance(businessKey)
                .map(instance -> runtime().getActiveActivityIds(instance.getId()))
                .orElse(List.of()));
    }

    /**
     * Moves the pending timers of an element (such as {@code timer_dossierDeadline}) of a process, and tells how many.
     */
    public int moveTimer(String businessKey, String element, Instant to) {
        return unrestricted.command(context -> {
            var jobs = instance(businessKey)
                    .map(instance -> engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .activityId(element)
                            .listPage(0, MANY))
                    .orElse(List.of());
            jobs.forEach(job -> engine.getManagementService().setJobDuedate(job.getId(), Date.from(to)));
            return jobs.size();
        });
    }

    /**
     * Gives what the engine has given up, such as a timer whose work was refused, as many attempts again, and tells how
     * many that were.
     */
    public int retry(String businessKey) {
        return unrestricted.command(context -> {
            var jobs = instance(businessKey)
                    .map(instance -> engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .noRetriesLeft()
                            .listPage(0, MANY))
                    .orElse(List.of());
            jobs.forEach(job -> engine.getManagementService().setJobRetries(job.getId(), ATTEMPTS));
            return jobs.size();
        });
    }

    /**
     * Moves the due date of the open user task, if the process waits there; publishes {@link StepDueMoved}.
     *
     * @param to null for a task that is due no more
     */
    public void moveDueDate(String businessKey, String step, @Nullable Instant to) {
        unrestricted.run(() -> task(businessKey, step)
                .ifPresent(
                        task -> engine.getTaskService().setDueDate(task.getId(), to == null ? null : Date.from(to))));
    }

    /** Stops a process: no timer fires, no step is answered, no message arrives until {@link #resume}. */
    public void suspend(String businessKey) {
        unrestricted.run(() -> runtime().suspendProcessInstanceById(running(businessKey)));
    }

    /** The contrary of {@link #suspend}. A timer that came due meanwhile fires now, unless it is moved. */
    public void resume(String businessKey) {
        unrestricted.run(() -> runtime().activateProcessInstanceById(running(businessKey)));
    }

    /**
     * Brings a process to another place, from where it goes on: what it waited for is given up.
     *
     * @param place id of the element that it is put before, one of {@link ModelPlaces}
     * @throws fr.ruche.common.Conflict when the process has ended
     */
    public void bring(String businessKey, String place, String actor) {
        as(
                actor,
                () -> unrestricted.run(() -> {
                    var id = running(businessKey);
                    var change = runtime().createProcessInstanceModification(id);
                    runtime().getActiveActivityIds(id).stream().distinct().forEach(change::cancelAllForActivity);
                    change.startBeforeActivity(place).execute();
                }));
    }

    /**
     * Begins a process that has ended again, at this place, in the version and with the facts it had.
     *
     * @param place id of the element that it is put before, one of {@link ModelPlaces}
     * @throws fr.ruche.common.Conflict when the engine keeps nothing of it
     */
    public void restart(String businessKey, String place, String actor) {
        as(
                actor,
                () -> unrestricted.run(() -> {
                    var ended = engine
                            .getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .processInstanceBusinessKey(businessKey)
                            .finished()
                            .orderByProcessInstanceEndTime()
                            .desc()
                            .listPage(0, 1)
                            .stream()
                            .findFirst()
                            .orElseThrow(Processes::elsewhere);
                    runtime()
                            .restartProcessInstances(ended.getProcessDefinitionId())
                            .processInstanceIds(ended.getId())
                            .startBeforeActivity(place)
                            .execute();
                }));
    }

    private String running(String businessKey) {
        return instance(businessKey).orElseThrow(Processes::elsewhere).getId();
    }

    /** Replaces the candidate groups of the open user task, if the process waits there. */
    public void reassign(String businessKey, String step, String candidateGroup) {
        unrestricted.run(() -> task(businessKey, step).ifPresent(task -> reassign(task, candidateGroup)));
    }

    private void reassign(Task task, String candidateGroup) {
        TaskService tasks = engine.getTaskService();
        tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null && IdentityLinkType.CANDIDATE.equals(link.getType()))
                .forEach(link -> tasks.deleteCandidateGroup(task.getId(), link.getGroupId()));
        tasks.setAssignee(task.getId(), null);
        tasks.addCandidateGroup(task.getId(), candidateGroup);
    }

    /** Closes the open tasks of a process to a person, out of whose hands they go; see {@link TaskBarrier}. */
    public void close(String businessKey, String person) {
        unrestricted.run(() -> open(businessKey).forEach(task -> {
            if (person.equals(task.getAssignee())) {
                engine.getTaskService().setAssignee(task.getId(), null);
            }
            if (closings(task, person).isEmpty()) {
                engine.getAuthorizationService().saveAuthorization(TaskGrants.closed(task.getId(), person));
            }
        }));
    }

    /** The contrary of {@link #close}. */
    public void reopen(String businessKey, String person) {
        unrestricted.run(() -> open(businessKey).stream()
                .flatMap(task -> closings(task, person).stream())
                .forEach(closing -> engine.getAuthorizationService().deleteAuthorization(closing.getId())));
    }

    private List<Task> open(String businessKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .listPage(0, MANY);
    }

    private List<Authorization> closings(Task task, String person) {
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .userIdIn(person)
                .listPage(0, 1);
    }

    /** Sets routing facts of a running process. */
    public void setFacts(String businessKey, Map<ProcessVariable<?>, Object> facts) {
        unrestricted.run(() -> instance(businessKey)
                .ifPresent(instance -> runtime().setVariables(instance.getId(), ProcessVariable.named(facts))));
    }

    private Optional<ProcessInstance> instance(String businessKey) {
        return Optional.ofNullable(runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult());
    }

    private Optional<Task> task(String businessKey, String step) {
        return Optional.ofNullable(engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(step)
                .singleResult());
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    /** The engine writes in its history who did it. */
    private void as(String actor, Runnable work) {
        IdentityService identities = engine.getIdentityService();
        var before = identities.getCurrentAuthentication();
        identities.setAuthenticatedUserId(actor);
        try {
            work.run();
        } finally {
            identities.setAuthentication(before);
        }
    }

    private static Conflict elsewhere() {
        return new Conflict(Sentences.of("task.elsewhere"));
    }
}
