package fr.ruche.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Another version of a diagram than the shipped one, as a modeller would have made it. */
@Component
public class AnotherVersion {

    private final RepositoryService repository;
    private final DeploymentGate gate;

    AnotherVersion(RepositoryService repository, DeploymentGate gate) {
        this.repository = repository;
        this.gate = gate;
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

    public void takeAway(Deployed version) {
        repository.deleteDeployment(version.deployment(), true);
    }

    /** @param version of the process */
    public record Deployed(String deployment, int version) {}
}
