package fr.ruche.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasks change hands, many at once, in the real engine. */
@IntegrationTest
class WorklistTests {

    private static final String TERNOIS = "200069672";
    private static final List<String> STRANGERS =
            List.of("porteur", "porteur2", "technicien", "jure-interco", "jure-region", "modeleur", "admin");

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void twoOfficersOfOneIntercommunality() {
        accounts.ensure("ternois-a", new Membership(Role.CONFORMITY_OFFICER, TERNOIS));
        accounts.ensure("ternois-b", new Membership(Role.CONFORMITY_OFFICER, TERNOIS));
    }

    @Test
    void oneTakesAssignsAndReturnsWithALineEachInTheTimeline() {
        var number = fiche();
        var task = task(number);

        assertThat(claim("ternois-a", task)).containsExactly(true);
        assertThat(assignee(task)).isEqualTo("ternois-a");
        assertThat(assign("ternois-a", "ternois-b", "Je pars en tournée", task)).containsExactly(true);
        assertThat(assignee(task)).isEqualTo("ternois-b");
        assertThat(giveBack("ternois-b", "Trop de dossiers", task)).containsExactly(true);
        assertThat(assignee(task)).isNull();

        assertThat(lines(number))
                .extracting(TimelineEntry::kind)
                .containsExactly("TASK_CLAIMED", "TASK_ASSIGNED", "TASK_RETURNED");
        assertThat(lines(number))
                .extracting(TimelineEntry::author)
                .containsExactly("ternois-a", "ternois-a", "ternois-b");
        assertThat(lines(number).get(1).text()).contains("Compte ternois-b", "Je pars en tournée");
        assertThat(lines(number).get(2).text()).contains("Compte ternois-b", "Trop de dossiers");
    }

    @Test
    void whoIsAssignedAnswersTheTask() {
        var number = fiche();
        assign("ternois-a", "ternois-b", "Absence", task(number));
        given.answer(number, "userTask_checkConformity", "ternois-b", Map.of("conformityVerdict", "CONFORM"));
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_completeDossier");
    }

    @Test
    void thePorteurNeverReadsWhoHasATaskNorWhy() {
        var number = fiche();
        claim("ternois-a", task(number));
        giveBack("ternois-a", "Congé", task(number));

        assertThat(dossiers.timeline(number, given.holder()))
                .extracting(TimelineEntry::kind)
                .contains("OPENED")
                .noneMatch(kind -> kind.startsWith("TASK_"));
        assertThat(ApiClient.as("porteur", port).get("/dossiers/" + number).text())
                .doesNotContain("Congé", "ternois-a");
        dossiers.withdraw(number, given.manager(), "Fin");
        assertThat(dossiers.timeline(number, given.holder()))
                .extracting(TimelineEntry::kind)
                .contains("OPENED")
                .noneMatch(kind -> kind.startsWith("TASK_"));
    }

    @Test
    void oneRefusedTaskDoesNotStopTheOthers() {
        var mine = task(fiche());
        var taken = task(fiche());
        claim("ternois-b", taken);
        var answered = fiche();
        var gone = task(answered);
        given.answer(answered, "userTask_checkConformity", "ternois-b", Map.of("conformityVerdict", "CONFORM"));
        var last = task(fiche());

        var outcomes = post("ternois-a", "claim", Map.of("tasks", List.of(mine, taken, gone, "nothing", last)));

        assertThat(dones(outcomes)).containsExactly(true, false, false, false, true);
        assertThat(messages(outcomes).get(1)).startsWith("Compte ternois-b l’a prise en charge");
        assertThat(messages(outcomes).get(2)).startsWith("Cette tâche n’attend plus personne");
        assertThat(outcomes.get(3).path("dossier").isNull()).isTrue();
        assertThat(List.of(assignee(mine), assignee(taken), assignee(last)))
                .containsExactly("ternois-a", "ternois-b", "ternois-a");
    }

    @Test
    void nobodyReachesATaskThatIsNotForHim() {
        var number = fiche();
        var task = task(number);
        for (var stranger : STRANGERS) {
            assertThat(claim(stranger, task)).as(stranger).containsExactly(false);
            assertThat(assign(stranger, "ternois-b", "x", task)).as(stranger).containsExactly(false);
            assertThat(giveBack(stranger, "x", task)).as(stranger).containsExactly(false);
        }
        // the Region's instructor sees the dossier, but the task is not offered to him; nor is it to a manager
        for (var reader : List.of("instructeur", "gestionnaire")) {
            var outcomes = post(reader, "claim", Map.of("tasks", List.of(task)));
            assertThat(messages(outcomes)).as(reader).first().asString().contains("vos groupes");
        }
        assertThat(assign("instructeur", "ternois-b", "x", task)).containsExactly(false);
        assertThat(assignee(task)).isNull();
        assertThat(lines(number)).isEmpty();
    }

    @Test
    void nobodyIsAssignedATaskThatHisGroupsAreNotOffered() {
        var task = task(fiche());
        for (var other : List.of("technicien", "instructeur", "jure-interco", "gestionnaire", "admin")) {
            for (var by : List.of("ternois-a", "gestionnaire")) {
                assertThat(assign(by, other, "x", task)).as(by + " → " + other).containsExactly(false);
            }
        }
        assertThat(assignee(task)).isNull();
        assertThat(assign("gestionnaire", "ternois-b", "x", task)).containsExactly(true);
    }

    @Test
    void onlyAManagerDisposesOfWhatSomebodyElseHasTaken() {
        var task = task(fiche());
        claim("ternois-a", task);

        assertThat(giveBack("ternois-b", "x", task)).containsExactly(false);
        assertThat(assign("ternois-b", "ternois-b", "x", task)).containsExactly(false);
        assertThat(assignee(task)).isEqualTo("ternois-a");
        assertThat(assign("gestionnaire", "ternois-b", "Absence imprévue", task))
                .containsExactly(true);
        assertThat(assignee(task)).isEqualTo("ternois-b");
        assertThat(giveBack("gestionnaire", "Absence imprévue", task)).containsExactly(true);
        assertThat(assignee(task)).isNull();
    }

    @Test
    void whatChangesHandsInTasklistLeavesTheLineOfOurOwnPageOnce() {
        var number = fiche();
        var task = task(number);
        var tasklist = ApiClient.ofEngine("ternois-a", port);

        assertThat(tasklist.post("/task/" + task + "/claim", "{\"userId\": \"ternois-a\"}")
                        .status())
                .isEqualTo(204);
        assertThat(lines(number)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("TASK_CLAIMED");
            assertThat(line.author()).isEqualTo("ternois-a");
            assertThat(line.text()).endsWith("prise en charge.");
        });
        assertThat(tasklist.post("/task/" + task + "/unclaim").status()).isEqualTo(403);
        assertThat(lines(number)).hasSize(1);

        var administrator = ApiClient.ofEngine("admin", port);
        assertThat(administrator.post("/task/" + task + "/unclaim").status()).isEqualTo(204);
        assertThat(administrator
                        .post("/task/" + task + "/assignee", "{\"userId\": \"ternois-b\"}")
                        .status())
                .isEqualTo(204);
        assertThat(lines(number))
                .extracting(TimelineEntry::kind)
                .containsExactly("TASK_CLAIMED", "TASK_RETURNED", "TASK_ASSIGNED");
        assertThat(lines(number).get(1).author()).isEqualTo("admin");
        assertThat(lines(number).get(1).text()).contains("Compte ternois-a").endsWith("rendue au groupe.");
        assertThat(lines(number).get(2).text()).endsWith("confiée à Compte ternois-b.");

        assertThat(giveBack("ternois-b", "x", task)).containsExactly(true);
        assertThat(lines(number)).hasSize(4);
        assertThat(claim("ternois-b", task)).containsExactly(true);
        assertThat(lines(number)).hasSize(5);
    }

    @Test
    void whatTheEngineRefusesLeavesNoLine() {
        var number = fiche();
        var task = task(number);
        claim("ternois-b", task);
        var before = lines(number).size();
        assertThat(ApiClient.ofEngine("ternois-a", port)
                        .post("/task/" + task + "/claim", "{\"userId\": \"ternois-a\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(lines(number)).hasSize(before);
        assertThat(assignee(task)).isEqualTo("ternois-b");
    }

    @Test
    void whatAlreadyIsSoIsSaid() {
        var task = task(fiche());
        assertThat(messages(post("ternois-a", "return", Map.of("tasks", List.of(task), "motive", "x"))))
                .containsExactly("Personne ne l’a prise en charge : elle est déjà au groupe.");
        claim("ternois-a", task);
        assertThat(messages(post("ternois-a", "claim", Map.of("tasks", List.of(task)))))
                .containsExactly("Vous l’avez déjà prise en charge.");
        assertThat(messages(post(
                        "gestionnaire",
                        "assignment",
                        Map.of("tasks", List.of(task), "to", "ternois-a", "motive", "x"))))
                .containsExactly("Compte ternois-a l’a déjà prise en charge.");
    }

    @Test
    void aTaskThatChangedHandsSinceItWasSeenIsRefused() {
        var task = task(fiche());
        claim("ternois-a", task);
        assertThat(assign("gestionnaire", "ternois-b", "x", task + "@")).containsExactly(false);
        assertThat(giveBack("gestionnaire", "x", task + "@ternois-b")).containsExactly(false);
        assertThat(assignee(task)).isEqualTo("ternois-a");
        assertThat(giveBack("gestionnaire", "x", task + "@ternois-a")).containsExactly(true);
    }

    @Test
    void ofTwoWhoTakeATaskAtOnceOneGetsIt() throws Exception {
        var number = fiche();
        var task = task(number);
        var both = Executors.newFixedThreadPool(2);
        try {
            var done = both
                    .invokeAll(List.<Callable<List<Boolean>>>of(
                            () -> claim("ternois-a", task), () -> claim("ternois-b", task)))
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
            assertThat(done).containsExactlyInAnyOrder(List.of(true), List.of(false));
            assertThat(lines(number)).hasSize(1);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aTaskOfThePorteurIsNobodysToTake() {
        var number = given.conform();
        var task = task(number);
        for (var anybody : List.of("porteur", "technicien", "gestionnaire")) {
            assertThat(claim(anybody, task)).as(anybody).containsExactly(false);
            assertThat(assign(anybody, "technicien", "x", task)).as(anybody).containsExactly(false);
        }
    }

    @Test
    void aWrongRequestIsRefusedFieldByField() {
        var officer = ApiClient.as("ternois-a", port);
        assertThat(officer.post("/tasks/claim", "{}").faults()).containsExactly("tasks:REQUIRED");
        assertThat(officer.post("/tasks/claim", "{\"tasks\": [\" \", \"@x\"]}").faults())
                .containsExactly("tasks:REQUIRED");
        assertThat(officer.post("/tasks/assignment", "{\"tasks\": [], \"motive\": \" \"}")
                        .faults())
                .containsExactly("tasks:REQUIRED", "to:REQUIRED", "motive:REQUIRED");
        assertThat(officer.post("/tasks/return", "{\"tasks\": [\"x\"]}").faults())
                .containsExactly("motive:REQUIRED");
        for (var nobody : List.of("inconnu", "porteur", "' or 1=1")) {
            assertThat(officer.post(
                                    "/tasks/assignment",
                                    "{\"tasks\": [\"x\"], \"to\": \"" + nobody + "\", \"motive\": \"x\"}")
                            .faults())
                    .as(nobody)
                    .containsExactly("to:CHOICE");
        }
        var many = IntStream.rangeClosed(0, Handovers.MOST)
                .mapToObj(at -> "\"" + at + "\"")
                .toList();
        assertThat(officer.post("/tasks/claim", "{\"tasks\": " + many + "}").faults())
                .containsExactly("tasks:SIZE");
        assertThat(officer.post("/tasks/claim", "{\"task\": []}").status()).isEqualTo(400);
    }

    @Test
    void theListShowsWhatIsForMyGroupsAndWhoHasIt() {
        var mine = fiche();
        var free = fiche();
        var theirs = fiche();
        claim("ternois-a", task(mine));
        claim("ternois-b", task(theirs));

        assertThat(listed("ternois-a", "GROUPS")).contains(mine.value(), free.value(), theirs.value());
        assertThat(listed("ternois-a", "MINE")).contains(mine.value()).doesNotContain(free.value(), theirs.value());
        assertThat(listed("ternois-a", "FREE")).contains(free.value()).doesNotContain(mine.value(), theirs.value());
        for (var stranger : STRANGERS) {
            assertThat(listed(stranger, "GROUPS")).as(stranger).doesNotContain(mine.value(), free.value());
        }
        var line = StreamSupport.stream(
                        list("ternois-b", "GROUPS", 0).path("items").spliterator(), false)
                .filter(item -> item.path("dossier").asText().equals(mine.value()))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("holderName").asText()).isEqualTo("Compte ternois-a");
        assertThat(line.path("task").asText()).isEqualTo(task(mine) + "@ternois-a");
        assertThat(line.path("label").asText()).isNotEmpty();
    }

    @Test
    void everyonesTasksAreForManagersAlone() {
        var number = fiche();
        var found = false;
        for (var page = 0; !found; page++) {
            var some = list("gestionnaire", "ALL", page);
            found = some.path("items").toString().contains(number.value());
            assertThat(found || some.path("more").asBoolean()).isTrue();
        }
        for (var other : List.of("porteur", "ternois-a", "instructeur", "jure-interco", "admin")) {
            assertThat(ApiClient.as(other, port).get("/worklist?view=ALL").status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(ApiClient.as("gestionnaire", port).get("/worklist?page=-1").faults())
                .containsExactly("page:NUMBER");
        assertThat(ApiClient.as("gestionnaire", port)
                        .get("/worklist?view=OTHER")
                        .status())
                .isEqualTo(400);
    }

    /** A fiche that waits for the conformity check of the two officers. */
    private DossierNumber fiche() {
        var number = given.ficheDeposited();
        dossiers.forward(number, TERNOIS, "Essai", given.manager());
        return number;
    }

    private String task(DossierNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    private @Nullable String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private List<TimelineEntry> lines(DossierNumber number) {
        return dossiers.timeline(number).stream()
                .filter(line -> line.kind().startsWith("TASK_"))
                .toList();
    }

    private List<Boolean> claim(String by, String... chosen) {
        return dones(post(by, "claim", Map.of("tasks", Arrays.asList(chosen))));
    }

    private List<Boolean> assign(String by, String to, String motive, String... chosen) {
        return dones(post(by, "assignment", Map.of("tasks", Arrays.asList(chosen), "to", to, "motive", motive)));
    }

    private List<Boolean> giveBack(String by, String motive, String... chosen) {
        return dones(post(by, "return", Map.of("tasks", Arrays.asList(chosen), "motive", motive)));
    }

    private List<JsonNode> post(String by, String change, Map<String, Object> body) {
        var answer = ApiClient.as(by, port)
                .post("/tasks/" + change, json.valueToTree(body).toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false).toList();
    }

    private static List<Boolean> dones(List<JsonNode> outcomes) {
        return outcomes.stream().map(one -> one.path("done").asBoolean()).toList();
    }

    private static List<String> messages(List<JsonNode> outcomes) {
        return outcomes.stream().map(one -> one.path("message").asText()).toList();
    }

    private List<String> listed(String by, String view) {
        return StreamSupport.stream(list(by, view, 0).path("items").spliterator(), false)
                .map(item -> item.path("dossier").asText())
                .toList();
    }

    private JsonNode list(String by, String view, int page) {
        var answer = ApiClient.as(by, port).get("/worklist?view=" + view + "&page=" + page);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
