package fr.ruche.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Another version of a diagram than the shipped one, as a modeller would have made it. */
@Component
public class AnotherVersion {

    private final RepositoryService repository;
    private final DeploymentGate gate;
    private final JdbcClient sql;

    AnotherVersion(RepositoryService repository, DeploymentGate gate, JdbcClient sql) {
        this.repository = repository;
        this.gate = gate;
        this.sql = sql;
    }

    /** Deploys it with the forms and tables of the latest one. New dossiers follow it until it is taken away. */
    public Deployed deploy(String process, UnaryOperator<String> change) {
        return deploy(process, change, Map.of());
    }

    /** The same with more files, by name. */
    public Deployed deploy(String process, UnaryOperator<String> change, Map<String, String> more) {
        var latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var deployment = repository.createDeployment().name("another version");
        for (var name : repository.getDeploymentResourceNames(latest.getDeploymentId())) {
            try (var content = repository.getResourceAsStream(latest.getDeploymentId(), name)) {
                var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                deployment.addString(name, name.equals(process + ".bpmn") ? change.apply(text) : text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        more.forEach(deployment::addString);
        var id = new String[1];
        gate.open(() -> id[0] = deployment.deploy().getId());
        return new Deployed(id[0], latest.getVersion() + 1);
    }

    /** With all that the engine knows of the dossiers that follow it: they go no further, and passed nowhere. */
    public void takeAway(Deployed version) {
        var followers = sql.sql("select h.business_key_ from act_hi_procinst h"
                        + " join act_re_procdef d on d.id_ = h.proc_def_id_ where d.deployment_id_ = ?")
                .param(version.deployment())
                .query(String.class)
                .list();
        repository.deleteDeployment(version.deployment(), true);
        for (var dossier : followers) {
            sql.sql("delete from dossier_step where dossier = ?").param(dossier).update();
            sql.sql("update dossier set status = 'RETIRE', step = null, step_label = null, clock = null, due_at = null,"
                            + " waits_since = null, end_event = null, consulted = '{}' where number = ?")
                    .param(dossier)
                    .update();
        }
    }

    /** @param version of the process */
    public record Deployed(String deployment, int version) {}
}
