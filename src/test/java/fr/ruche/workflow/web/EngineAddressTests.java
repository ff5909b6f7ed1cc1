package fr.ruche.workflow.web;

import static fr.ruche.TestBrowser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The attacks that come over HTTP, with real HTTP, by everybody. */
@IntegrationTest
class EngineAddressTests {

    private static final List<String> EVERYBODY =
            List.of("porteur", "technicien", "instructeur", "jure-region", "gestionnaire", "modeleur", "admin");

    /** Who may bring a model to the gate. */
    private static final Set<String> MODELS = Set.of("modeleur", "admin");

    private static final String INTRUDER = """
            {"profile":{"id":"intruder","firstName":"x","lastName":"x"},"credentials":{"password":"intruder"}}""";

    /** Leaves a system property behind when it runs. */
    private static final String PAYLOAD = "${''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, 'breach', 'yes')}";

    private static final String QUERY = "{\"orQueries\":[{\"assigneeExpression\":\"" + PAYLOAD + "\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Test
    void nobodyMakesAFirstAdministrator() {
        for (var address : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create?x=/login")) {
            assertThat(Stream.concat(Stream.of(anonymous()), EVERYBODY.stream().map(this::withTasklistOpen)))
                    .allSatisfy(browser -> assertThat(browser.json(
                                            "POST", address, INTRUDER, "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                                    .statusCode())
                            .isIn(401, 403, 404));
        }
        assertThat(anonymous().get("/camunda/app/admin/default/setup/").statusCode())
                .isNotEqualTo(200);
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
        assertThat(anonymous().signIn("intruder", "intruder").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("?error"));
    }

    @Test
    void nobodyRunsAnExpressionInAQuery() {
        assertThat(EVERYBODY).allSatisfy(username -> {
            for (var address :
                    List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task")) {
                assertThat(anonymous()
                                .json("POST", address, QUERY, basic(username))
                                .statusCode())
                        .isNotEqualTo(200);
            }
            var browser = withTasklistOpen(username);
            assertThat(browser.json(
                                    "POST",
                                    "/camunda/api/engine/engine/default/task/count",
                                    QUERY,
                                    "X-XSRF-TOKEN",
                                    browser.cookie("XSRF-TOKEN"))
                            .statusCode())
                    .isNotEqualTo(200);
        });
        assertThat(System.getProperty("breach")).isNull();
    }

    @Test
    void aFilterWithAnExpressionRunsNothingEvenForAnAdministrator() {
        var created = anonymous()
                .json(
                        "POST",
                        "/engine-rest/filter/create",
                        "{\"resourceType\":\"Task\",\"name\":\"attack\",\"query\":{\"assigneeExpression\":\"" + PAYLOAD
                                + "\"}}",
                        basic("admin"));
        assertThat(created.statusCode()).isEqualTo(200);
        var id = created.body().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(anonymous()
                        .get("/engine-rest/filter/" + id + "/count", basic("admin"))
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(anonymous()
                        .send("/engine-rest/filter/" + id, "DELETE", null, basic("admin"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(System.getProperty("breach")).isNull();
    }

    @Test
    void onlyAnAdministratorMakesFilters() {
        assertThat(EVERYBODY.stream().filter(username -> !"admin".equals(username)))
                .allSatisfy(username -> assertThat(anonymous()
                                .json(
                                        "POST",
                                        "/engine-rest/filter/create",
                                        "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}",
                                        basic(username))
                                .statusCode())
                        .isEqualTo(403));
    }

    @Test
    void nobodyDeploysThroughTheEngine() {
        var before = repository.createDeploymentQuery().count();
        assertThat(EVERYBODY).allSatisfy(username -> {
            for (var address :
                    List.of("/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create")) {
                assertThat(upload(anonymous(), address, basic(username)).statusCode())
                        .isEqualTo(MODELS.contains(username) ? 400 : 403);
            }
            assertThat(anonymous()
                            .json("POST", "/engine-rest/deployment/x/redeploy", "{}", basic(username))
                            .statusCode())
                    .isEqualTo(MODELS.contains(username) ? 404 : 403);
            var browser = withTasklistOpen(username);
            assertThat(upload(
                                    browser,
                                    "/camunda/api/engine/engine/default/deployment/create",
                                    "X-XSRF-TOKEN",
                                    browser.cookie("XSRF-TOKEN"))
                            .statusCode())
                    .isEqualTo(MODELS.contains(username) ? 400 : 403);
        });
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    /** The engine would read it all before the gate sees any of it. */
    @Test
    void aDeploymentIsNoLongerThanModelsAre() {
        var answer = anonymous()
                .send(
                        "/engine-rest/deployment/create",
                        "POST",
                        "x".repeat(6_000_000),
                        Stream.concat(
                                        Arrays.stream(basic("modeleur")),
                                        Stream.of("Content-Type", "multipart/form-data; boundary=b"))
                                .toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("plus grand");
    }

    @Test
    void aPasswordIsCheckedOnOurPageOnly() {
        var login = anonymous()
                .form(
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        Map.of("username", "admin", "password", TestAccounts.PASSWORD));
        assertThat(login.statusCode()).isIn(401, 403);
        assertThat(anonymous()
                        .json(
                                "POST",
                                "/engine-rest/identity/verify",
                                "{\"username\":\"admin\",\"password\":\"" + TestAccounts.PASSWORD + "\"}",
                                basic("technicien"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(identity.checkPassword("admin", TestAccounts.PASSWORD)).isFalse();
    }

    @Test
    void accountsAreNotMadeOrChangedThroughTheEngine() {
        assertThat(anonymous()
                        .json("POST", "/engine-rest/user/create", INTRUDER, basic("admin"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anonymous()
                        .send("/engine-rest/user/technicien", "DELETE", null, basic("admin"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(identity.createUserQuery().userId("technicien").count()).isOne();
    }

    @Test
    void officersDoNotChangeWhatTheyAreGranted() {
        var grant =
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"technicien\",\"resourceType\":7,\"resourceId\":\"*\"}";
        assertThat(List.of("technicien", "gestionnaire", "modeleur"))
                .allSatisfy(username -> assertThat(anonymous()
                                .json("POST", "/engine-rest/authorization/create", grant, basic(username))
                                .statusCode())
                        .isEqualTo(403));
    }

    private TestBrowser anonymous() {
        return new TestBrowser(port);
    }

    private TestBrowser withTasklistOpen(String username) {
        var browser = anonymous().signIn(username);
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    private static HttpResponse<String> upload(TestBrowser browser, String address, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=b";
        var body = "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"\r\n\r\n<x/>\r\n--b--\r\n";
        return browser.send(address, "POST", body, all);
    }
}
