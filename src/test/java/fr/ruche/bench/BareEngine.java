package fr.ruche.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * The engine alone, as it is delivered but for the history level {@code audit}, which Ruche has too: on the same
 * server, in a schema of its own, without authorizations and without any of our code.
 */
final class BareEngine implements AutoCloseable {

    private static final String SCHEMA = "bare";
    static final int TASKS = 5;

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private BareEngine(HikariDataSource pool, ProcessEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    static BareEngine start(HikariDataSource beside) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(beside.getJdbcUrl());
        pool.setUsername(beside.getUsername());
        pool.setPassword(beside.getPassword());
        pool.setConnectionInitSql("create schema if not exists " + SCHEMA);
        pool.setSchema(SCHEMA);
        pool.setMaximumPoolSize(beside.getMaximumPoolSize());
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(SCHEMA);
        configuration.setDataSource(Statements.counting(pool));
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseTablePrefix(SCHEMA + ".");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        var engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bare.bpmn", model())
                .deploy();
        return new BareEngine(pool, engine);
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(SCHEMA)
                .startEvent()
                .userTask("task1")
                .name("Task 1")
                .camundaCandidateGroups("group")
                .exclusiveGateway("first")
                .condition("yes", "${decision1 == 'yes'}")
                .userTask("task2")
                .name("Task 2")
                .camundaCandidateGroups("group")
                .serviceTask("nothing")
                .camundaClass(Nothing.class)
                .userTask("task3")
                .name("Task 3")
                .camundaCandidateGroups("group")
                .exclusiveGateway("second")
                .condition("yes", "${decision3 == 'yes'}")
                .userTask("task4")
                .name("Task 4")
                .camundaCandidateGroups("group")
                .userTask("task5")
                .name("Task 5")
                .camundaCandidateGroups("group")
                .endEvent()
                .moveToNode("first")
                .condition("no", "${decision1 != 'yes'}")
                .endEvent()
                .moveToNode("second")
                .condition("no", "${decision3 != 'yes'}")
                .endEvent()
                .done();
    }

    /** Start with eight variables, then five times: find by business key, claim, complete with two variables. */
    Flow flow() {
        return samples -> {
            var key = UUID.randomUUID().toString();
            samples.step("start", () -> engine.getRuntimeService().startProcessInstanceByKey(SCHEMA, key, variables()));
            for (var task = 1; task <= TASKS; task++) {
                answer(samples, key, task);
            }
        };
    }

    private void answer(Samples samples, String key, int number) {
        var tasks = engine.getTaskService();
        var found = new String[1];
        samples.step(
                "find",
                () -> found[0] = tasks.createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getId());
        samples.step("claim", () -> tasks.claim(found[0], "officer"));
        samples.step(
                "complete",
                () -> tasks.complete(found[0], Map.of("decision" + number, "yes", "note" + number, "A short note")));
    }

    private static Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        for (var at = 1; at <= 8; at++) {
            variables.put("variable" + at, "value " + at);
        }
        return variables;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    /** A service task that does nothing. */
    public static final class Nothing implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {}
    }
}
