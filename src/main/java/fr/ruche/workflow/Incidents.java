package fr.ruche.workflow;

import fr.ruche.common.Conflict;
import fr.ruche.common.Sentences;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the engine could not do by itself. Who may see and retry it has been decided by the caller: the engine's own
 * authorizations are not asked here.
 */
@Component
public class Incidents {

    private static final int ATTEMPTS = 3;

    private final ProcessEngine engine;
    private final Unrestricted unrestricted;
    private final AtomicLong givenUp = new AtomicLong();

    Incidents(ProcessEngine engine, Unrestricted unrestricted, MeterRegistry meters) {
        this.engine = engine;
        this.unrestricted = unrestricted;
        Gauge.builder("ruche.incidents", givenUp, AtomicLong::get)
                .description("Work of the engine that failed and is not tried again")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        givenUp.set(unrestricted.command(context -> engine.getManagementService()
                .createJobQuery()
                .withException()
                .noRetriesLeft()
                .count()));
    }

    /** How many there are, those that are still tried included. */
    public long number() {
        return unrestricted.command(context ->
                engine.getManagementService().createJobQuery().withException().count());
    }

    /** No more than {@code most}, those that are not tried any more first. */
    public List<Incident> all(int most) {
        return unrestricted.command(context -> {
            var jobs = engine.getManagementService()
                    .createJobQuery()
                    .withException()
                    .orderByJobRetries()
                    .asc()
                    .orderByJobId()
                    .asc()
                    .listPage(0, most);
            var keys = businessKeys(jobs);
            return jobs.stream().map(job -> incident(job, keys)).toList();
        });
    }

    /** One of them; empty when it was done meanwhile. */
    public Optional<Incident> find(String job) {
        return unrestricted.command(context -> {
            var found = engine.getManagementService()
                    .createJobQuery()
                    .jobId(job)
                    .withException()
                    .listPage(0, 1);
            var keys = businessKeys(found);
            return found.stream().map(one -> incident(one, keys)).findFirst();
        });
    }

    /**
     * Gives it as many attempts again as it had; the engine makes the first within seconds.
     *
     * @throws Conflict when it was done meanwhile
     */
    public void retry(String job) {
        if (find(job).isEmpty()) {
            throw new Conflict(Sentences.of("incident.gone"));
        }
        unrestricted.run(() -> engine.getManagementService().setJobRetries(job, ATTEMPTS));
    }

    private Map<String, String> businessKeys(List<Job> jobs) {
        var instances = jobs.stream()
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? Map.of()
                : engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceIds(instances)
                        .listPage(0, instances.size())
                        .stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private Incident incident(Job job, Map<String, String> keys) {
        var definition = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        var element = definition == null ? "" : definition.getActivityId();
        var failed = engine.getRuntimeService().createIncidentQuery().configuration(job.getId()).listPage(0, 1).stream()
                .map(org.camunda.bpm.engine.runtime.Incident::getIncidentTimestamp)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Incident(
                job.getId(),
                keys.getOrDefault(job.getProcessInstanceId(), ""),
                element,
                label(job.getProcessDefinitionId(), element),
                definition != null && definition.getJobType().startsWith("timer"),
                instant(failed),
                job.getRetries(),
                job.getRetries() == 0 ? null : instant(job.getDuedate()),
                Objects.requireNonNullElse(job.getExceptionMessage(), ""));
    }

    private String label(String definition, String element) {
        ModelElementInstance found =
                engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementById(element);
        var name = found == null ? null : found.getAttributeValue("name");
        return name == null ? "" : name;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
