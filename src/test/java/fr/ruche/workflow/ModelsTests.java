package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;

@IntegrationTest
class ModelsTests {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                <sequenceFlow id="flow" sourceRef="start" targetRef="wait" />
                <userTask id="wait" />
              </process>
            </definitions>
            """;

    @Autowired
    Models models;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Processes processes;

    @Autowired
    DeploymentGate gate;

    @Autowired
    ResourcePatternResolver resources;

    @TempDir
    Path folder;

    @Test
    void aStartWithTheSameModelsDeploysNothing() {
        var before = repository.createDeploymentQuery().count();

        models.afterSingletonsInstantiated();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aFormIsDeployedTogetherWithItsDiagramUnderItsBareName() {
        var diagram = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("dsdt-dossier")
                .latestVersion()
                .singleResult();

        assertThat(repository.getDeploymentResources(diagram.getDeploymentId()))
                .extracting(Resource::getName)
                .contains("dsdt-dossier.bpmn", "jury-session.bpmn", "checkConformity.form")
                .noneMatch(name -> name.contains("/"));
    }

    @Test
    void aChangedModelIsANewVersionAndWhatRunsKeepsItsOwn() throws IOException {
        var process = "test-" + UUID.randomUUID().toString().substring(0, 8);
        write(process, "Avant");
        start();
        processes.start(process, process, Map.of());

        start();
        assertThat(versions(process)).isOne();

        write(process, "Après");
        start();
        assertThat(versions(process)).isEqualTo(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(process)
                        .singleResult()
                        .getProcessDefinitionId())
                .startsWith(process + ":1:");
    }

    @Test
    void nothingElseDeploys() {
        var process = PROCESS.formatted("test-intruder", "Intrus");

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("intruder.bpmn", process)
                        .deploy())
                .isInstanceOf(AuthorizationException.class);
    }

    private void start() {
        new Models(repository, gate, resources, folder.toUri().toString()).afterSingletonsInstantiated();
    }

    private void write(String process, String name) throws IOException {
        Files.createDirectories(folder.resolve("bpmn"));
        Files.createDirectories(folder.resolve("forms"));
        Files.writeString(folder.resolve("bpmn/" + process + ".bpmn"), PROCESS.formatted(process, name));
    }

    private long versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .count();
    }
}
