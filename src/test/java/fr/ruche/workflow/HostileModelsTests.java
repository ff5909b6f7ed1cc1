package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestDiagram;
import fr.ruche.TestModels;
import fr.ruche.review.Finding;
import fr.ruche.review.HostileModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of hostile models, refused to the last one through every door, each for its own reason. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileModelsTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    DeploymentGate gate;

    @Autowired
    Publications publications;

    @Autowired
    ModelReview models;

    @Autowired
    ResourcePatternResolver resources;

    @Autowired
    JdbcTemplate database;

    private final HttpClient http = HttpClient.newHttpClient();
    private long deployed;

    @BeforeEach
    void count() {
        deployed = engine.getRepositoryService().createDeploymentQuery().count();
    }

    @AfterEach
    void nothingIsDeployed() {
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(deployed);
    }

    private static Stream<DynamicTest> each(HostileTest test) {
        return HostileModels.all().map(hostile -> DynamicTest.dynamicTest(hostile.name(), () -> test.on(hostile)));
    }

    private interface HostileTest {
        void on(HostileModels hostile) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> throughJavaByTheProgramItself() {
        return each(hostile -> gate.open(() -> assertThatThrownBy(() -> {
                    var deployment = engine.getRepositoryService().createDeployment();
                    hostile.files()
                            .forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
                    deployment.deploy();
                })
                .isInstanceOfSatisfying(
                        ModelRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::code)
                                .contains(hostile.code()))));
    }

    @TestFactory
    Stream<DynamicTest> asAnArchive() {
        return each(hostile -> {
            var archive = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(archive)) {
                for (var file : hostile.files().entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
            gate.open(() -> assertThatThrownBy(() -> engine.getRepositoryService()
                            .createDeployment()
                            .addZipInputStream(new ZipInputStream(new ByteArrayInputStream(archive.toByteArray())))
                            .deploy())
                    .isInstanceOf(ModelRefused.class));
        });
    }

    @TestFactory
    Stream<DynamicTest> throughTheApiOfTheEngine() {
        return each(hostile -> refused(
                hostile, send("/engine-rest/deployment/create", hostile.files(), basic("modeleur")), "/details"));
    }

    @TestFactory
    Stream<DynamicTest> throughTheApplicationsOfTheEngine() {
        var browser = new TestBrowser(port).signIn("admin");
        browser.get("/camunda/app/cockpit/default/");
        return each(hostile -> refused(
                hostile,
                send(
                        "/camunda/api/engine/engine/default/deployment/create",
                        hostile.files(),
                        "X-XSRF-TOKEN",
                        browser.cookie("XSRF-TOKEN"),
                        "Cookie",
                        "JSESSIONID=" + browser.cookie("JSESSIONID") + "; XSRF-TOKEN=" + browser.cookie("XSRF-TOKEN")),
                "/details"));
    }

    @TestFactory
    Stream<DynamicTest> beforeAnythingIsDeployed() {
        return each(hostile -> {
            var answer = send("/api/v1/models/review", hostile.files(), basic("modeleur"));
            if (hostile.code().equals("BUNDLE_SIZE")) { // more parts than any request may have
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
                return;
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var review = JSON.readTree(answer.body());
            assertThat(review.path("accepted").asBoolean(true)).isFalse();
            assertThat(review.path("findings").findValuesAsText("code")).contains(hostile.code());
        });
    }

    /** Only the files that a start takes are read from the folders of models. */
    @TestFactory
    Stream<DynamicTest> atTheStart(@TempDir Path folder) {
        return HostileModels.all()
                .filter(hostile ->
                        hostile.files().keySet().stream().allMatch(name -> name.matches("[\\w-]+\\.(bpmn|dmn|form)")))
                .map(hostile -> DynamicTest.dynamicTest(hostile.name(), () -> {
                    var here = Files.createTempDirectory(folder, "models");
                    Files.createDirectories(here.resolve("bpmn/essai"));
                    Files.createDirectories(here.resolve("forms/essai"));
                    for (var file : hostile.files().entrySet()) {
                        var kind = file.getKey().endsWith(".form") ? "forms/essai" : "bpmn/essai";
                        Files.write(here.resolve(kind).resolve(file.getKey()), file.getValue());
                    }
                    var start = new ShippedModels(resources, here.toUri().toString());
                    assertThatThrownBy(() ->
                                    start.all().forEach(one -> publications.publish(one.deployment(), one.files())))
                            .isInstanceOfSatisfying(
                                    ModelRefused.class,
                                    refused -> assertThat(refused.findings())
                                            .extracting(Finding::code)
                                            .contains(hostile.code()));
                }));
    }

    /** What was written into the database past every door is read again when the engine first needs it. */
    @Test
    void whatIsInTheDatabaseIsLookedAtBeforeTheEngineParsesIt() {
        var deployment = deploy("stored.bpmn", TestDiagram.smallest("stored").xml());
        try {
            var hostile = TestDiagram.smallest("stored")
                    .raw(
                            "<bpmn:scriptTask id=\"s\" scriptFormat=\"juel\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>")
                    .xml();
            write(deployment, "stored.bpmn", hostile);
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("stored"))
                    .isInstanceOfSatisfying(
                            ModelRefused.class,
                            refused -> assertThat(refused.findings())
                                    .extracting(Finding::code)
                                    .containsOnly("SCRIPT"));

            write(
                    deployment,
                    "stored.bpmn",
                    TestDiagram.smallest("stored").xml().replace("PORTEUR", "COMMUNE"));
            assertThat(models.review(Map.of("stored.bpmn", bytesOf(deployment, "stored.bpmn")))
                            .accepted())
                    .isFalse();
            assertThat(engine.getRepositoryService().getBpmnModelInstance(definition("stored")))
                    .as("a model that only no longer fits is still read")
                    .isNotNull();
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void aTableInTheDatabaseIsLookedAtToo() {
        var deployment = deploy("juryRouting.dmn", TestModels.shipped().text("juryRouting.dmn"));
        try {
            write(
                    deployment,
                    "juryRouting.dmn",
                    TestModels.shipped()
                            .text("juryRouting.dmn")
                            .replace("<text>true</text>", "<text>count(for i in 1..9 return i) &gt; 0</text>"));
            assertThatThrownBy(() -> engine.getDecisionService()
                            .evaluateDecisionTableByKey("juryRouting")
                            .variables(Map.of("scale", "REGIONALE", "territorialJury", true))
                            .evaluate())
                    .isInstanceOfSatisfying(
                            ModelRefused.class,
                            refused -> assertThat(refused.findings())
                                    .extracting(Finding::code)
                                    .containsExactly("FEEL_FORBIDDEN"));
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
            forget();
        }
    }

    private String deploy(String name, String content) {
        var id = new String[1];
        gate.open(() -> id[0] = engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy()
                .getId());
        return id[0];
    }

    private void write(String deployment, String name, String content) {
        database.update(
                "update act_ge_bytearray set bytes_ = ? where deployment_id_ = ? and name_ = ?",
                content.getBytes(StandardCharsets.UTF_8),
                deployment,
                name);
        forget();
    }

    private byte[] bytesOf(String deployment, String name) {
        return database.queryForObject(
                "select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?",
                byte[].class,
                deployment,
                name);
    }

    /** As after a restart: nothing is kept of what was parsed. */
    private void forget() {
        var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        cache.discardProcessDefinitionCache();
        cache.discardDecisionDefinitionCache();
        cache.discardDecisionRequirementsDefinitionCache();
        cache.purgeCache();
    }

    private String definition(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }

    /** 400, and all that is wrong for each file with its elements, as Camunda Modeler reads it. */
    private static void refused(HostileModels hostile, HttpResponse<String> answer, String where) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var told = JSON.readTree(answer.body());
        assertThat(told.path("type").asText()).isEqualTo("ParseException");
        assertThat(told.at(where).findValuesAsText("message"))
                .anySatisfy(message -> assertThat(message).startsWith(hostile.code() + " : "));
    }

    private HttpResponse<String> send(String address, Map<String, byte[]> files, String... headers) throws Exception {
        var boundary = "boundary-of-models";
        var body = new ByteArrayOutputStream();
        var parts = List.copyOf(files.entrySet());
        for (var i = 0; i < parts.size(); i++) {
            var field = address.startsWith("/api") ? "files" : "data" + i;
            body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                                    .formatted(boundary, field, parts.get(i).getKey())
                            + "Content-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(parts.get(i).getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String[] basic(String username) {
        var both = (username + ":" + TestAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(both)};
    }
}
