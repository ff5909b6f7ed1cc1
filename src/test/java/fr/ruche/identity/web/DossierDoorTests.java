package fr.ruche.identity.web;

import static fr.ruche.TestBrowser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dossier of Lens, and everybody whom it does not concern, at every door. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierDoorTests {

    private static final String CONFORMITY = "userTask_checkConformity";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService processes;

    private @Nullable Waiting fiche;
    private @Nullable Waiting complete;
    private @Nullable String paper;

    private record Waiting(String number, String process, String task) {

        boolean shownBy(String body) {
            return body.contains(number) || body.contains(process) || body.contains(task);
        }
    }

    @TestFactory
    Stream<DynamicTest> theApiDoesNotKnowTheDossierOfSomebodyElse() {
        return Stream.of("porteur2", "technicien2", "jure-region", "departement")
                .flatMap(stranger -> apiAddresses()
                        .map(address -> DynamicTest.dynamicTest(stranger + " " + address, () -> {
                            var answer = new TestBrowser(port).get(address, basic(stranger));
                            assertThat(answer.statusCode()).isIn(403, 404);
                            assertThat(answer.body().replace("\"instance\":\"" + address + "\"", ""))
                                    .doesNotContain(complete().number());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> theApiShowsItToThoseWhomItConcerns() {
        return Stream.of("porteur", "technicien", "instructeur", "gestionnaire")
                .map(concerned -> DynamicTest.dynamicTest(concerned, () -> {
                    for (var address : List.of(dossier(complete()), dossier(complete()) + "/documents")) {
                        assertThat(new TestBrowser(port)
                                        .get(address, basic(concerned))
                                        .statusCode())
                                .isEqualTo(200);
                    }
                    assertThat(new TestBrowser(port)
                                    .get(dossier(complete()) + "/documents/" + paper(), basic(concerned))
                                    .statusCode())
                            .isEqualTo(200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theListOfTheApiIsOnesOwn() {
        var all = "/api/v1/dossiers?size=200&sort=NUMBER_DESC";
        return Stream.of("porteur2", "technicien2", "jure-region", "jure-interco", "departement", "modeleur")
                .map(stranger -> DynamicTest.dynamicTest(stranger, () -> {
                    var number = fiche().number();
                    assertThat(new TestBrowser(port)
                                    .get(all, basic("technicien"))
                                    .body())
                            .contains("\"" + number + "\"");
                    assertThat(new TestBrowser(port).get(all, basic(stranger)).body())
                            .doesNotContain("\"" + number + "\"");
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyWritesTheDossierOfSomebodyElse() {
        return Stream.of("porteur2", "technicien", "technicien2", "instructeur", "jure-region", "modeleur")
                .flatMap(stranger -> Stream.of("/fiche/deposit", "/full/deposit", "/abandon")
                        .map(end -> DynamicTest.dynamicTest(
                                stranger + " " + end,
                                () -> assertThat(new TestBrowser(port)
                                                .json(
                                                        "POST",
                                                        dossier(complete()) + end,
                                                        end.equals("/abandon") ? "{\"motive\":\"x\"}" : "",
                                                        basic(stranger))
                                                .statusCode())
                                        .isIn(403, 404))));
    }

    @TestFactory
    Stream<DynamicTest> ourPagesDoNotKnowItEither() {
        return Stream.of(Map.entry("porteur2", "/porteur/dossiers/"), Map.entry("technicien2", "/bureau/dossiers/"))
                .map(visit -> DynamicTest.dynamicTest(visit.getKey(), () -> {
                    var answer = new TestBrowser(port)
                            .signIn(visit.getKey())
                            .get(visit.getValue() + complete().number());
                    assertThat(answer.statusCode()).isIn(403, 404);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theEngineShowsAnOfficerNoTaskOfAnotherGroup() {
        return Stream.of("technicien2", "jure-interco", "jure-region", "modeleur", "instructeur")
                .flatMap(stranger -> Stream.of("/engine-rest", "/camunda/api/engine/engine/default")
                        .map(door -> DynamicTest.dynamicTest(stranger + " at " + door, () -> {
                            var browser = at(door, stranger);
                            engineAddresses().forEach(address -> {
                                var answer = browser.get(door + address, basicAt(door, stranger));
                                assertThat(fiche().shownBy(answer.body()) && answer.statusCode() == 200)
                                        .as(address + " " + answer.body())
                                        .isFalse();
                            });
                        })));
    }

    /** The addresses above would show the dossier to somebody who may see it: else they would prove nothing. */
    @TestFactory
    Stream<DynamicTest> theEngineShowsAManagerWhatItHidesFromOthers() {
        return engineAddresses()
                .map(address -> DynamicTest.dynamicTest(address, () -> {
                    var answer = new TestBrowser(port).get("/engine-rest" + address, basic("admin"));
                    assertThat(answer.statusCode()).isIn(200, 204);
                }));
    }

    @Test
    void theOfficerOfTheTerritoryFindsTheTaskWithItsFormAndNothingBeyond() {
        var browser = new TestBrowser(port);
        var mine = browser.get("/engine-rest/task?processInstanceBusinessKey=" + fiche().number(), basic("technicien"));
        assertThat(mine.body()).contains(fiche().task(), CONFORMITY);
        for (var end : List.of("", "/form", "/deployed-form", "/form-variables")) {
            assertThat(browser.get("/engine-rest/task/" + fiche().task() + end, basic("technicien"))
                            .statusCode())
                    .as(end)
                    .isEqualTo(200);
        }
        for (var address : List.of(
                "/engine-rest/process-instance/" + fiche().process(),
                "/engine-rest/process-instance/" + fiche().process() + "/variables",
                "/engine-rest/history/process-instance/" + fiche().process())) {
            assertThat(browser.get(address, basic("technicien")).statusCode())
                    .as(address)
                    .isIn(403, 404);
        }
        assertThat(browser.get("/engine-rest/process-instance", basic("technicien"))
                        .body())
                .isEqualTo("[]");
    }

    @TestFactory
    Stream<DynamicTest> nobodyAnswersForAnotherGroup() {
        return Stream.of("technicien2", "instructeur", "jure-interco", "jure-region", "gestionnaire", "modeleur")
                .flatMap(stranger -> Stream.of(
                                "/complete",
                                "/submit-form",
                                "/claim",
                                "/assignee",
                                "/resolve",
                                "/bpmnError",
                                "/delegate")
                        .map(end -> DynamicTest.dynamicTest(stranger + end, () -> {
                            var body = "{\"userId\":\"" + stranger
                                    + "\",\"errorCode\":\"x\",\"variables\":{\"conformityVerdict\":{\"value\":\"CONFORM\"}}}";
                            var answer = new TestBrowser(port)
                                    .json("POST", "/engine-rest/task/" + fiche().task() + end, body, basic(stranger));
                            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
                            var task = tasks.createTaskQuery()
                                    .taskId(fiche().task())
                                    .singleResult();
                            assertThat(task.getTaskDefinitionKey()).isEqualTo(CONFORMITY);
                            assertThat(task.getAssignee()).isNull();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> anOfficerDoesNotGoAroundTheFormOfTheirOwnTask() {
        var variables = "{\"modifications\":{\"juryGroup\":{\"value\":\"jury-regional\"}}}";
        return Stream.of(
                        new String[] {"PUT", "/engine-rest/task/%s/variables/juryGroup", "{\"value\":\"jury-regional\"}"
                        },
                        new String[] {"POST", "/engine-rest/task/%s/variables", variables},
                        new String[] {"POST", "/engine-rest/task/%s/bpmnError", "{\"errorCode\":\"x\"}"},
                        new String[] {"POST", "/engine-rest/task/%s/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
                        new String[] {"POST", "/engine-rest/task/%s/delegate", "{\"userId\":\"technicien2\"}"},
                        new String[] {"POST", "/engine-rest/task/%s/assignee", "{\"userId\":\"technicien2\"}"},
                        new String[] {
                            "POST", "/engine-rest/task/%s/identity-links", "{\"groupId\":\"x\",\"type\":\"candidate\"}"
                        })
                .map(attempt -> DynamicTest.dynamicTest(attempt[0] + " " + attempt[1], () -> {
                    var answer = new TestBrowser(port)
                            .json(attempt[0], attempt[1].formatted(fiche().task()), attempt[2], basic("technicien"));
                    assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
                    assertThat(processes.getVariables(fiche().process())).doesNotContainKey("juryGroup");
                }));
    }

    @Test
    void tasksOfAGroupAreListedForItsMembersAlone() {
        var browser = new TestBrowser(port);
        var territory = territory(fiche());
        var own = "conformity-" + territory;
        var questions = Map.of(
                "a group", "{\"candidateGroup\": \"%s\", \"includeAssignedTasks\": true}".formatted(own),
                "groups", "{\"candidateGroups\": [\"conformity\", \"%s\"]}".formatted(own),
                "an alternative", "{\"orQueries\": [{\"candidateGroups\": [\"%s\"], \"name\": \"x\"}]}".formatted(own),
                "beside its own",
                        "{\"candidateGroup\": \"conformity\", \"orQueries\": [{\"candidateGroup\": \"%s\"}]}"
                                .formatted(own),
                "somebody's", "{\"candidateUser\": \"technicien\"}",
                "expressed",
                        "{\"candidateGroupsExpression\": \"${currentUserGroups()}\", \"includeAssignedTasks\": true}");
        questions.forEach((name, question) -> {
            var listed = browser.json("POST", "/engine-rest/task", question, basic("technicien2"));
            assertThat(fiche().shownBy(listed.body())).as(name).isFalse();
        });
        for (var name : List.of("a group", "groups")) {
            var question = String.valueOf(questions.get(name));
            var listed = browser.json("POST", "/engine-rest/task", question, basic("technicien"));
            assertThat(fiche().shownBy(listed.body())).as(name).isTrue();
            var counted = browser.json("POST", "/engine-rest/task/count", question, basic("technicien2"));
            assertThat(counted.body()).as(name).isEqualTo("{\"count\":0}");
        }
    }

    private String territory(Waiting waiting) {
        return String.valueOf(processes.getVariable(waiting.process(), "territory"));
    }

    @Test
    void theOfficerClaimsAndAnswersThroughTheEngine() {
        var own = waiting(dossiers.ficheDeposited());
        var browser = new TestBrowser(port);
        var task = "/engine-rest/task/" + own.task();
        assertThat(browser.json("POST", task + "/claim", "{\"userId\":\"technicien\"}", basic("technicien"))
                        .statusCode())
                .isEqualTo(204);
        var late = browser.json("POST", task + "/claim", "{\"userId\":\"technicien2\"}", basic("technicien"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Quelqu’un d’autre vient de prendre cette tâche en charge");
        var body = "{\"variables\":{\"conformityVerdict\":{\"value\":\"CONFORM\",\"type\":\"String\"}}}";
        var answer = browser.json("POST", task + "/submit-form", body, basic("technicien"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(waiting(new DossierNumber(own.number())).task()).isNotEqualTo(own.task());
    }

    @Test
    void theOfficerSeesTheTaskInTheSharedFilters() {
        var task = fiche().task();
        for (var filter : List.of("Tâches de mes groupes", "À prendre en charge", "Avis de conformité")) {
            assertThat(listed(filter, "technicien")).as(filter).contains(task);
            assertThat(listed(filter, "technicien2")).as(filter).doesNotContain(task);
        }
        for (var filter : List.of("Mes tâches", "En retard", "À rendre sous 7 jours", "En attente du porteur")) {
            assertThat(listed(filter, "technicien")).as(filter).doesNotContain(task);
        }
    }

    @Test
    void aTaskOfThePorteurIsSeenByThoseWhoFollowTheDossierAndAnsweredByNone() {
        var waiting = waiting(dossiers.conform());
        for (var reader : List.of("technicien", "instructeur", "gestionnaire")) {
            assertThat(listed("En attente du porteur", reader)).as(reader).contains(waiting.task());
            for (var end : List.of("/claim", "/complete", "/submit-form", "/assignee")) {
                var answer = new TestBrowser(port)
                        .json(
                                "POST",
                                "/engine-rest/task/" + waiting.task() + end,
                                "{\"userId\":\"" + reader + "\"}",
                                basic(reader));
                assertThat(answer.statusCode()).as(reader + " " + end).isIn(400, 403);
            }
        }
        assertThat(listed("En attente du porteur", "technicien2")).doesNotContain(waiting.task());
        assertThat(new TestBrowser(port)
                        .get("/engine-rest/task/" + waiting.task(), basic("technicien2"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(waiting(new DossierNumber(waiting.number())).task()).isEqualTo(waiting.task());
    }

    @Test
    void tooManyTasksAtOnceAreRefusedInFrench() {
        var many = "/api/v1/tasks?" + "id=x&".repeat(101);
        assertThat(new TestBrowser(port).get(many, basic("technicien")).body())
                .contains("Demandez 100 tâches au plus à la fois.");
    }

    @Test
    void theLineOfATaskIsForThoseWhoMaySeeItsDossier() {
        var address = "/api/v1/tasks?id=" + fiche().task();
        assertThat(new TestBrowser(port).get(address, basic("technicien")).body())
                .contains("\"dossier\":\"" + fiche().number() + "\"", "\"requested\":5000.00", "Lens");
        for (var stranger : List.of("technicien2", "jure-region", "porteur2", "modeleur")) {
            assertThat(new TestBrowser(port).get(address, basic(stranger)).body())
                    .as(stranger)
                    .isEqualTo("[]");
        }
        assertThat(new TestBrowser(port).get(address).statusCode()).isEqualTo(401);
    }

    @Test
    void theAccountNumberOfAPorteurIsReadByThePorteurAndByWhoPays() {
        var number = "FR7699999000010000000100122";
        assertThat(new TestBrowser(port)
                        .get(dossier(complete()), basic("porteur"))
                        .body())
                .contains(number);
        for (var officer : List.of("technicien", "instructeur", "gestionnaire")) {
            assertThat(new TestBrowser(port)
                            .get(dossier(complete()), basic(officer))
                            .body())
                    .contains("•••• 0122")
                    .doesNotContain(number);
        }
        var whole = dossier(complete()) + "/bank-account";
        assertThat(new TestBrowser(port)
                        .json("POST", whole, "", basic("instructeur"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new TestBrowser(port)
                        .json("POST", whole, "", basic("gestionnaire"))
                        .body())
                .contains(number);
        assertThat(new TestBrowser(port)
                        .get(dossier(complete()), basic("porteur"))
                        .body())
                .contains("L’IBAN du porteur a été affiché en entier.");
    }

    @Test
    void theMenuLeadsToTheTasksByDueDate() {
        var answer = new TestBrowser(port).signIn("technicien").get("/bureau/taches");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        address -> assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
                                .endsWith(
                                        "/camunda/app/tasklist/default/#/?sorting=[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]"));
    }

    @Test
    void theFileBesideATaskIsForThoseWhoMaySeeItsDossier() {
        var address = "/bureau/taches/" + fiche().task();
        var seen = new TestBrowser(port).signIn("technicien").get(address);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains(fiche().number()).doesNotContain("<head");
        assertThat(new TestBrowser(port).signIn("technicien2").get(address).statusCode())
                .isEqualTo(404);
        assertThat(new TestBrowser(port).signIn("porteur").get(address).statusCode())
                .isEqualTo(403);
    }

    /** The tasks of a shared filter, as this officer is shown them. */
    private String listed(String filter, String officer) {
        var name = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        var found = new TestBrowser(port)
                .get("/engine-rest/filter?name=" + name, basic(officer))
                .body();
        var id = found.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        var answer = new TestBrowser(port).get("/engine-rest/filter/" + id + "/list?maxResults=2000", basic(officer));
        assertThat(answer.statusCode()).as(filter + " " + officer + " " + found).isEqualTo(200);
        return answer.body();
    }

    /** Waits for the answer of the intercommunality of Lens. */
    private Waiting fiche() {
        var known = fiche;
        if (known == null) {
            known = waiting(dossiers.ficheDeposited());
            fiche = known;
        }
        return known;
    }

    /** Has its papers, and waits for its instructor. */
    private Waiting complete() {
        var known = complete;
        if (known == null) {
            known = waiting(dossiers.complete());
            complete = known;
        }
        return known;
    }

    private String paper() {
        var known = paper;
        if (known == null) {
            known = new TestBrowser(port)
                    .get(dossier(complete()) + "/documents", basic("porteur"))
                    .body()
                    .replaceFirst("(?s).*?\"id\":\"?([0-9a-f-]+)\"?.*", "$1");
            paper = known;
        }
        return known;
    }

    private Stream<String> apiAddresses() {
        return Stream.of(
                        "",
                        "/documents",
                        "/documents/" + paper(),
                        "/conformity",
                        "/instruction",
                        "/decisions",
                        "/messages")
                .map(end -> dossier(complete()) + end);
    }

    private Stream<String> engineAddresses() {
        var process = fiche().process();
        return Stream.of(
                "/task",
                "/task?processInstanceBusinessKey=" + fiche().number(),
                "/task/" + fiche().task(),
                "/task/" + fiche().task() + "/form",
                "/task/" + fiche().task() + "/deployed-form",
                "/task/" + fiche().task() + "/form-variables",
                "/task/" + fiche().task() + "/variables",
                "/task/" + fiche().task() + "/identity-links",
                "/process-instance?businessKey=" + fiche().number(),
                "/process-instance/" + process,
                "/process-instance/" + process + "/variables",
                "/process-instance/" + process + "/activity-instances",
                "/execution?processInstanceId=" + process,
                "/variable-instance?processInstanceIdIn=" + process,
                "/job?processInstanceId=" + process,
                "/history/process-instance?processInstanceId=" + process,
                "/history/process-instance/" + process,
                "/history/task?processInstanceId=" + process,
                "/history/activity-instance?processInstanceId=" + process,
                "/history/variable-instance?processInstanceId=" + process,
                "/history/detail?processInstanceId=" + process,
                "/history/user-operation?processInstanceId=" + process);
    }

    private TestBrowser at(String door, String username) {
        var browser = new TestBrowser(port);
        if (door.startsWith("/camunda")) {
            browser.signIn(username).get("/camunda/app/tasklist/default/");
        }
        return browser;
    }

    private static String[] basicAt(String door, String username) {
        return door.startsWith("/camunda") ? new String[0] : basic(username);
    }

    private static String dossier(Waiting waiting) {
        return "/api/v1/dossiers/" + waiting.number();
    }

    private Waiting waiting(DossierNumber number) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        return new Waiting(number.value(), task.getProcessInstanceId(), task.getId());
    }
}
