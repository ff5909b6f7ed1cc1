package fr.ruche.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import fr.ruche.TestCalls;
import fr.ruche.TestDiagram;
import fr.ruche.TestDossiers;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallVariants;
import fr.ruche.programme.JuryRoutes;
import fr.ruche.programme.Scale;
import fr.ruche.review.Finding;
import fr.ruche.review.Review;
import fr.ruche.review.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;

@IntegrationTest
class ModelsTests {

    @Autowired
    ShippedModels shipped;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Processes processes;

    @Autowired
    ModelVersions versions;

    @Autowired
    TestDossiers given;

    @Autowired
    TestCalls call;

    @Autowired
    JuryRoutes routes;

    @Autowired
    Publications publications;

    @Autowired
    ResourcePatternResolver resources;

    @TempDir
    Path folder;

    @Test
    void theSameModelsAreNotDeployedAgain() {
        publish(shipped);
        var before = repository.createDeploymentQuery().count();

        publish(shipped);

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
        write(process, waiting(process, "Avant"));
        start();
        processes.start(process, process, Map.of());

        start();
        assertThat(versions(process)).isOne();

        write(process, waiting(process, "Après"));
        start();
        assertThat(versions(process)).isEqualTo(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(process)
                        .singleResult()
                        .getProcessDefinitionId())
                .startsWith(process + ":1:");
    }

    /** Waits without asking anything about a dossier. */
    private static String waiting(String process, String end) {
        return new TestDiagram(process)
                .start()
                .message("putOnAgenda")
                .box(
                        "intermediateCatchEvent",
                        "event_putOnAgenda",
                        "Inscription",
                        "",
                        "<bpmn:messageEventDefinition messageRef=\"message_putOnAgenda\"/>")
                .box("endEvent", "end", end, "", "")
                .way("start", "event_putOnAgenda", "end")
                .xml();
    }

    @Test
    void aCallMayBeTiedToAVersionOfItsProcess() throws IOException {
        var process = "test-" + UUID.randomUUID().toString().substring(0, 8);
        write(process, depositing(process, "Avant"));
        start();
        write(process, depositing(process, "Après"));
        start();
        var original = call.current();
        try {
            call.change(tree -> tied(tree.put("process", process), "process", 1));
            var tied = given.opened();
            call.change(tree -> tied(tree, "process", null));
            var untied = given.opened();

            assertThat(definition(tied)).startsWith(process + ":1:");
            assertThat(definition(untied)).startsWith(process + ":2:");
        } finally {
            call.change(original);
        }
    }

    @Test
    void aCallMayBeTiedToAVersionOfItsTables() throws IOException {
        var before = versions.ofDecision("juryRouting");
        var first = before.get(before.size() - 1);
        Files.createDirectories(folder.resolve("bpmn/dsdt"));
        Files.createDirectories(folder.resolve("forms/dsdt"));
        var table = resources.getResource("classpath:bpmn/dsdt/juryRouting.dmn").getContentAsString(UTF_8);
        Files.writeString(folder.resolve("bpmn/dsdt/juryRouting.dmn"), table.replace("Opération régionale", "Essai"));
        try {
            start();

            assertThat(reason(first)).startsWith("Opération régionale");
            assertThat(reason(null)).startsWith("Essai");
        } finally {
            publish(shipped);
        }
    }

    @Test
    void aVersionThatIsNotDeployedIsRefusedWhenTheCallIsSaved() {
        assertThatThrownBy(() -> call.change(tree -> {
                    tied(tree, "process", 997);
                    tied(tree, "eligibility", 998);
                    tied(tree, "juryRouting", 999);
                }))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(Fault::field)
                                .containsExactly("models.process", "models.eligibility", "models.juryRouting"))
                .hasMessageContaining("La version 997 du modèle « dsdt-dossier » n’est pas déployée.");
        assertThatThrownBy(() -> call.change(tree -> tree.put("process", "autre")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(Fault::field)
                                .containsExactly("process"));
    }

    private static void tied(ObjectNode call, String model, @Nullable Integer version) {
        ((ObjectNode) call.path("models")).put(model, version);
    }

    private String reason(@Nullable Integer version) {
        var tied = CallVariants.with(call.current(), tree -> tied(tree, "juryRouting", version));
        return routes.choose(new Call(TestDossiers.CALL, 1, tied), Scale.REGIONALE, true)
                .reason();
    }

    private String definition(DossierNumber number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getProcessDefinitionId();
    }

    @Test
    void nothingElseDeploys() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString(
                                "test-intruder.bpmn",
                                TestDiagram.smallest("test-intruder").xml())
                        .deploy())
                .isInstanceOf(Forbidden.class)
                .hasMessageStartingWith("Ce modèle est juste");
    }

    @Test
    void aStartWithAWrongModelDeploysNothingAndSaysWhatIsWrong() throws IOException {
        var before = repository.createDeploymentQuery().count();
        var process = "test-" + UUID.randomUUID().toString().substring(0, 8);
        write(process, depositing(process, "Avant").replace("ficheDeadline", "ficheDedline"));

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        ModelRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::code)
                                .containsExactly("DEADLINE_UNKNOWN"))
                .hasMessageContaining("deadlines.ficheDeadline");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aRefusedStartIsToldToItsOperator() {
        var refused = new ModelRefused(new Review(List.of(new Finding(
                "a.bpmn", "task", 3, "FORM_MISSING", Severity.ERROR, "Pas de formulaire.", "Choisissez-en un."))));

        var told = new RefusedModels().analyze(refused, refused);

        assertThat(told.getDescription()).contains("1 ", "a.bpmn, task : Pas de formulaire. Choisissez-en un.");
        assertThat(told.getAction()).contains("rien n’a été déployé");
    }

    private void start() {
        publish(new ShippedModels(resources, folder.toUri().toString()));
    }

    private void publish(ShippedModels models) {
        models.all().forEach(one -> publications.publish("ruche", one.files()));
    }

    private void write(String process, String diagram) throws IOException {
        Files.createDirectories(folder.resolve("bpmn/dsdt"));
        Files.createDirectories(folder.resolve("forms/dsdt"));
        Files.writeString(folder.resolve("bpmn/dsdt/" + process + ".bpmn"), diagram);
    }

    private static String depositing(String process, String end) {
        return TestDiagram.smallest(process).xml().replace("Dossier clos", end);
    }

    private long versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .count();
    }
}
