package fr.ruche.identity.web;

import static fr.ruche.TestBrowser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every role at every door, over real HTTP. */
@IntegrationTest
class DoorTests {

    private static final List<String> HOLDERS = List.of("porteur", "porteur2");
    private static final List<String> OFFICERS = List.of(
            "technicien",
            "technicien2",
            "instructeur",
            "jure-interco",
            "jure-region",
            "departement",
            "gestionnaire",
            "modeleur",
            "admin");

    private static final List<String> ENGINE_PAGES = List.of(
            "/camunda",
            "/camunda/",
            "/camunda/app/tasklist/default/",
            "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/",
            "/camunda/app/welcome/default/");
    private static final List<String> ENGINE_DATA = List.of(
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/engine/engine/default/process-instance",
            "/camunda/api/engine/engine/default/history/variable-instance",
            "/camunda/api/engine/engine/default/user",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/tasklist/plugin/tasklistPlugins/default/");
    private static final List<String> ENGINE_REST = List.of(
            "/engine-rest/engine",
            "/engine-rest/task",
            "/engine-rest/process-instance",
            "/engine-rest/history/variable-instance",
            "/engine-rest/user",
            "/engine-rest/deployment",
            "/engine-rest/engine/default/task",
            "/engine-rest/version");

    @LocalServerPort
    int port;

    @Test
    void thePublicReachesNoAddressOfTheEngine() {
        var browser = new TestBrowser(port);
        assertThat(ENGINE_PAGES).allSatisfy(page -> {
            var answer = browser.get(page);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/connexion");
        });
        assertThat(ENGINE_DATA)
                .allSatisfy(
                        address -> assertThat(browser.get(address).statusCode()).isEqualTo(401));
        assertThat(ENGINE_REST)
                .allSatisfy(
                        address -> assertThat(browser.get(address).statusCode()).isEqualTo(401));
    }

    @TestFactory
    Stream<DynamicTest> aPorteurReachesNoAddressOfTheEngine() {
        return HOLDERS.stream()
                .map(porteur -> DynamicTest.dynamicTest(porteur, () -> {
                    var browser = new TestBrowser(port).signIn(porteur);
                    assertThat(Stream.concat(ENGINE_PAGES.stream(), ENGINE_DATA.stream()))
                            .allSatisfy(
                                    address -> assertThat(browser.get(address).statusCode())
                                            .isEqualTo(403));
                    assertThat(ENGINE_REST)
                            .allSatisfy(address -> assertThat(
                                            browser.get(address, basic(porteur)).statusCode())
                                    .isEqualTo(403));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anOfficerReachesTasklistAndTheApiOfTheEngine() {
        return OFFICERS.stream()
                .map(officer -> DynamicTest.dynamicTest(officer, () -> {
                    var browser = new TestBrowser(port).signIn(officer);
                    assertThat(browser.get("/camunda/app/tasklist/default/").statusCode())
                            .isEqualTo(200);
                    assertThat(browser.get("/camunda/api/engine/engine/default/task?maxResults=15")
                                    .statusCode())
                            .isEqualTo(200);
                    assertThat(browser.get("/engine-rest/task", basic(officer)).statusCode())
                            .isEqualTo(200);
                    assertThat(browser.get("/engine-rest/engine/default/task", basic(officer))
                                    .statusCode())
                            .isEqualTo(200);
                }));
    }

    @Test
    void eachApplicationOfTheEngineHasItsOwnPeople() {
        assertThat(applications("technicien")).containsExactlyInAnyOrder("tasklist", "welcome");
        assertThat(applications("jure-region")).containsExactlyInAnyOrder("tasklist", "welcome");
        assertThat(applications("gestionnaire")).containsExactlyInAnyOrder("tasklist", "cockpit", "welcome");
        assertThat(applications("admin")).containsExactlyInAnyOrder("tasklist", "cockpit", "admin", "welcome");
    }

    @Test
    void theDoorOfTheApiAsksWhoComes() {
        var browser = new TestBrowser(port);
        var anonymous = browser.get("/api/v1/dossiers");
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(anonymous.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(anonymous.body()).contains("\"status\":401", "\"errors\":[]");
        assertThat(browser.get("/api/v1/dossiers", basic("porteur", "not the password"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aBrowserIsNotShownItsOwnPasswordBox() {
        var answer = new TestBrowser(port).get("/api/v1/dossiers", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void theApiTakesTheSessionOfOurPagesAndHttpBasicAlike() {
        var browser = new TestBrowser(port).signIn("porteur");
        assertThat(browser.get("/api/v1/nowhere").statusCode()).isEqualTo(404);
        assertThat(new TestBrowser(port)
                        .get("/api/v1/nowhere", basic("porteur"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePublicReadsThePublicPartOfTheApi() {
        var browser = new TestBrowser(port);
        assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(browser.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/programmes").statusCode()).isNotIn(401, 403);
        assertThat(browser.get("/api/v1/communes?q=lens").statusCode()).isNotIn(401, 403);
        assertThat(browser.json("POST", "/api/v1/programmes/DSDT-2015/eligibility", "{}")
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void ourPagesAreOpenToTheirOwnRole() {
        var holder = new TestBrowser(port).signIn("porteur");
        var officer = new TestBrowser(port).signIn("technicien");
        var manager = new TestBrowser(port).signIn("gestionnaire");
        assertThat(holder.get("/bureau").statusCode()).isEqualTo(403);
        assertThat(holder.get("/bureau/gestion").statusCode()).isEqualTo(403);
        assertThat(officer.get("/porteur").statusCode()).isEqualTo(403);
        assertThat(officer.get("/bureau/gestion").statusCode()).isEqualTo(403);
        assertThat(holder.get("/porteur/x").statusCode()).isNotIn(302, 401, 403);
        assertThat(officer.get("/bureau/x").statusCode()).isNotIn(302, 401, 403);
        assertThat(manager.get("/bureau/gestion/x").statusCode()).isNotIn(302, 401, 403);
        assertThat(new TestBrowser(port).get("/porteur").statusCode()).isEqualTo(302);
        assertThat(new TestBrowser(port).get("/bureau").statusCode()).isEqualTo(302);
    }

    @Test
    void whatNobodyNamedDoesNotExist() {
        for (var browser : List.of(new TestBrowser(port), new TestBrowser(port).signIn("admin"))) {
            assertThat(List.of("/webjars/camunda/app/tasklist/index.html", "/h2-console", "/nulle-part", "/login"))
                    .allSatisfy(
                            path -> assertThat(browser.get(path).statusCode()).isEqualTo(404));
        }
    }

    @Test
    void onlyTheHealthOfTheProgramIsPublic() {
        assertThat(new TestBrowser(port).get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(new TestBrowser(port).get("/actuator/health").body()).doesNotContain("components");
        assertThat(new TestBrowser(port).get("/actuator/health/readiness").body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(new TestBrowser(port).get("/actuator").statusCode()).isEqualTo(401);
        assertThat(new TestBrowser(port).get("/actuator", basic("gestionnaire")).statusCode())
                .isEqualTo(403);
        assertThat(new TestBrowser(port).get("/actuator", basic("admin")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClientOfTheEngineThatGivesNoBoundIsGivenOne() {
        var browser = new TestBrowser(port);
        assertThat(browser.get("/engine-rest/task?sortBy=created&sortOrder=desc", basic("admin"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.json("POST", "/engine-rest/task", "{}", basic("admin"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/engine-rest/task?maxResults=2001", basic("admin"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aProgramIsGivenNoSession() {
        var browser = new TestBrowser(port);
        browser.get("/engine-rest/task", basic("admin"));
        browser.get("/api/v1/nowhere", basic("admin"));
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void addressesAreNotReachedByTwistingThem() {
        var browser = new TestBrowser(port);
        assertThat(List.of(
                        "/connexion/../camunda/app/tasklist/default/",
                        "/assets/..%2fcamunda/app/tasklist/default/",
                        "/connexion;/../engine-rest/engine",
                        "//engine-rest/engine",
                        "/engine-rest/./engine",
                        "/ENGINE-REST/engine",
                        "/Camunda/app/tasklist/default/"))
                .allSatisfy(path -> assertThat(browser.get(path).statusCode()).isIn(400, 401, 404));
    }

    /** Sent by hand: no client of HTTP would write such a line. */
    @ParameterizedTest
    @CsvSource({
        "/bureau/dossiers?words=été, text/html",
        "/é, text/html",
        "/bureau/%zz, text/html",
        "/bureau//dossiers, text/html",
        "/api/v1/%zz, application/problem+json",
        "/api/v1/dossiers?q=été, application/problem+json",
        "/api/é, application/problem+json",
        "/engine-rest/tâche, application/problem+json",
        "/api/v1//dossiers, application/problem+json"
    })
    void anAddressThatCannotBeReadIsRefusedInFrench(String address, String type) throws IOException {
        assertThat(sent(address))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: " + type)
                .contains("Cette adresse n’est pas lisible")
                .doesNotContain("Bad Request</h1>", "Tomcat");
    }

    @ParameterizedTest
    @CsvSource({"/appels/DSDT-2026?x=<[{|}]>^, 200", "/api/v1/programmes?x={y}, 200", "/[x], 404", "/api/v1/{x}, 401"})
    void signsThatBrowsersLeaveAsTheyAreAreRead(String address, String status) throws IOException {
        assertThat(sent(address)).startsWith("HTTP/1.1 " + status);
    }

    private String sent(String address) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> applications(String username) {
        var page = new TestBrowser(port).signIn(username).get("/camunda/app/welcome/default/");
        return List.of(page.headers().firstValue("X-Authorized-Apps").orElse("").split(","));
    }
}
