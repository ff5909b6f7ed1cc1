package fr.ruche.workflow;

import fr.ruche.common.Conflict;
import fr.ruche.common.Sentences;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient sql;
    private final AtomicLong givenUp = new AtomicLong();

    Incidents(ProcessEngine engine, Unrestricted unrestricted, JdbcClient sql, MeterRegistry meters) {
        this.sql = sql;
        this.engine = engine;
        this.unrestricted = unrestricted;
        Gauge.builder("ruche.incidents", givenUp, AtomicLong::get)
                .description("Work of the engine that failed and is not tried again")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        givenUp.set(state().givenUp());
    }

    /** How many there are, those that are still tried included. */
    public long number() {
        return state().all();
    }

    /** Changes whenever something fails, is given up, is tried again or succeeds. */
    public State state() {
        return unrestricted.command(context -> {
            var stopped = stopped().count();
            return new State(stopped + tried().count(), stopped);
        });
    }

    /** What is not tried any more: it failed too often, or somebody stopped it in the engine before it ever failed. */
    private JobQuery stopped() {
        return engine.getManagementService().createJobQuery().noRetriesLeft();
    }

    /** What failed and will be tried again. */
    private JobQuery tried() {
        return engine.getManagementService().createJobQuery().withException().withRetriesLeft();
    }

    /** @param all what has failed; @param givenUp what is not tried any more */
    public record State(long all, long givenUp) {}

    /** No more than {@code most}, those that are not tried any more first. */
    public List<Incident> all(int most) {
        return unrestricted.command(context -> {
            var jobs = new ArrayList<Job>(stopped().orderByJobId().asc().listPage(0, most));
            if (jobs.size() < most) {
                jobs.addAll(
                        tried().orderByJobRetries().asc().orderByJobId().asc().listPage(0, most - jobs.size()));
            }
            return incidents(jobs);
        });
    }

    /** One of them; empty when it was done meanwhile. */
    public Optional<Incident> find(String job) {
        return unrestricted.command(context -> {
            var found = Stream.of(stopped(), tried())
                    .flatMap(query -> query.jobId(job).listPage(0, 1).stream())
                    .toList();
            return incidents(found).stream().findFirst();
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

    private List<Incident> incidents(List<Job> jobs) {
        var keys = businessKeys(jobs);
        var definitions = new HashMap<String, @Nullable JobDefinition>();
        var failures = failures(jobs);
        return jobs.stream()
                .map(job -> incident(
                        job,
                        keys.getOrDefault(job.getProcessInstanceId(), ""),
                        definitions.computeIfAbsent(job.getJobDefinitionId(), this::definition),
                        failures.get(job.getId())))
                .toList();
    }

    private @Nullable JobDefinition definition(String id) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult();
    }

    /** When each of them failed for good; the engine would be asked for one at a time. */
    private Map<String, Instant> failures(List<Job> jobs) {
        var failures = new HashMap<String, Instant>();
        if (!jobs.isEmpty()) {
            sql.sql("select configuration_ as job, max(incident_timestamp_)::timestamptz as at from act_ru_incident"
                            + " where configuration_ in (:jobs) group by configuration_")
                    .param("jobs", jobs.stream().map(Job::getId).toList())
                    .query(row -> {
                        failures.put(
                                row.getString("job"),
                                row.getObject("at", OffsetDateTime.class).toInstant());
                    });
        }
        return failures;
    }

    private Incident incident(Job job, String key, @Nullable JobDefinition definition, @Nullable Instant failed) {
        var element = definition == null ? "" : definition.getActivityId();
        return new Incident(
                job.getId(),
                key,
                element,
                label(job.getProcessDefinitionId(), element),
                definition != null && definition.getJobType().startsWith("timer"),
                failed,
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
