package fr.ruche.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.ApiClient.Answer;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestClock;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.conformity.ConformityChecks;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.identity.Accounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Officers are away, and others stand in for them, in the real engine and through every door. */
@IntegrationTest
class StandInTests {

    private static final String OSARTIS = "200044048";
    private static final String CONFORM = "{\"variables\": {\"conformityVerdict\": {\"value\": \"CONFORM\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Accounts store;

    @Autowired
    TestClock clock;

    @Autowired
    StandIns standIns;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ConformityChecks conformity;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate sql;

    /** Two officers of one intercommunality and a stranger, of this test alone: absences must not meet. */
    private final String someone = account();

    private final String colleague = account();
    private final String stranger = account();

    @BeforeEach
    void people() {
        accounts.ensure(someone, new Membership(Role.CONFORMITY_OFFICER, OSARTIS));
        accounts.ensure(colleague, new Membership(Role.CONFORMITY_OFFICER, OSARTIS));
        accounts.ensure(stranger, new Membership(Role.CONFORMITY_OFFICER, "200093201"));
    }

    @Test
    void whatIsTakenGoesToTheSubstituteWhoAnswersInTwoNames() {
        var number = fiche();
        var task = taken(number, someone);

        assertThat(declare(someone, someone, colleague, 0, 3).status()).isEqualTo(201);

        assertThat(task(number).getAssignee()).isEqualTo(colleague);
        assertThat(task(number).getOwner()).isEqualTo(someone);
        assertThat(last(number).kind()).isEqualTo("TASK_ENTRUSTED");
        assertThat(last(number).author()).isNull();
        assertThat(last(number).text()).contains(name(someone), name(colleague));
        assertThat(line(colleague, number).path("onBehalfOf").asText()).isEqualTo(name(someone));

        assertThat(engine(colleague)
                        .post("/task/" + task + "/submit-form", CONFORM)
                        .status())
                .isEqualTo(204);
        assertThat(conformity.latest(number).orElseThrow().by()).isEqualTo(name(colleague) + ", pour " + name(someone));
        assertThat(dossiers.timeline(number))
                .filteredOn(line -> line.kind().equals("CONFORMITY_GIVEN"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.author()).isEqualTo(colleague);
                    assertThat(line.onBehalfOf()).isEqualTo(name(someone));
                });
        assertThat(sql.queryForMap("select left_by, left_for from dossier_step where task_id = ?", task))
                .containsEntry("left_by", colleague)
                .containsEntry("left_for", someone);
        assertThat(dossiers.timeline(number, given.holder()))
                .isNotEmpty()
                .noneMatch(line -> line.onBehalfOf() != null || line.kind().startsWith("TASK_"));
    }

    @Test
    void whatTheSubstituteAnswersOfHisOwnIsInHisOwnName() {
        assertThat(declare(someone, someone, colleague, 0, 3).status()).isEqualTo(201);
        var number = fiche();
        given.answer(number, "userTask_checkConformity", colleague, Map.of("conformityVerdict", "CONFORM"));
        assertThat(conformity.latest(number).orElseThrow().by()).isEqualTo(name(colleague));
    }

    @Test
    void whatIsLeftComesBackAfterTheLastDay() {
        var left = fiche();
        taken(left, someone);
        var returned = fiche();
        taken(returned, someone);
        assertThat(declare(someone, someone, colleague, 2, 3).status()).isEqualTo(201);
        assertThat(task(left).getAssignee()).isEqualTo(someone);

        inDays(2, standIns::round);
        assertThat(List.of(task(left).getAssignee(), task(returned).getAssignee()))
                .containsExactly(colleague, colleague);
        // given back to the group: it is nobody's any more, and stays there
        assertThat(api(colleague)
                        .post(
                                "/tasks/return",
                                "{\"tasks\": [\"" + task(returned).getId() + "\"], \"motive\": \"x\"}")
                        .text())
                .contains("\"done\":true");
        assertThat(task(returned).getOwner()).isNull();

        inDays(3, standIns::round);
        assertThat(task(left).getAssignee()).isEqualTo(colleague);
        inDays(4, standIns::round);
        assertThat(task(left).getAssignee()).isEqualTo(someone);
        assertThat(task(left).getOwner()).isNull();
        assertThat(task(returned).getAssignee()).isNull();
        assertThat(last(left).kind()).isEqualTo("TASK_RESUMED");

        var lines = dossiers.timeline(left).size();
        inDays(5, standIns::round);
        assertThat(dossiers.timeline(left)).hasSize(lines);
    }

    @Test
    void anAbsenceThatEndsEarlyGivesBackAtOnce() {
        var number = fiche();
        taken(number, someone);
        var absence = id(declare(someone, someone, colleague, 0, 30));
        assertThat(task(number).getAssignee()).isEqualTo(colleague);

        assertThat(api(colleague).post("/absences/" + absence + "/end").status())
                .isEqualTo(403);
        assertThat(api(stranger).post("/absences/" + absence + "/end").status()).isEqualTo(404);
        assertThat(api(someone).post("/absences/" + absence + "/end").status()).isEqualTo(204);
        assertThat(task(number).getAssignee()).isEqualTo(someone);
        assertThat(api(someone).post("/absences/" + absence + "/end").status()).isEqualTo(409);
    }

    @Test
    void withoutASubstituteTheTasksAreFree() {
        var number = fiche();
        taken(number, someone);
        assertThat(declare(someone, someone, "", 0, 3).status()).isEqualTo(201);
        assertThat(task(number).getAssignee()).isNull();
        assertThat(last(number).kind()).isEqualTo("TASK_RETURNED");
    }

    @Test
    void aTaskIsNotAssignedToSomebodyWhoIsAway() {
        var number = fiche();
        declare(someone, someone, colleague, 0, 3);
        var refused = api("gestionnaire")
                .post(
                        "/tasks/assignment",
                        "{\"tasks\": [\"%s\"], \"to\": \"%s\", \"motive\": \"x\"}"
                                .formatted(task(number).getId(), someone));
        assertThat(refused.text()).contains("\"done\":false", "jusqu’au", name(colleague));
        assertThat(task(number).getAssignee()).isNull();
    }

    @Test
    void aManagerLendsTheGroupsOfTheAbsentAndTheyEndWithTheAbsence() {
        var number = fiche();
        var task = task(number).getId();
        assertThat(api(stranger).get("/dossiers/" + number).status()).isEqualTo(404);
        assertThat(engine(stranger)
                        .post("/task/" + task + "/claim", claim(stranger))
                        .status())
                .isEqualTo(403);

        var absence = id(declare("gestionnaire", someone, stranger, 0, 3));
        assertThat(api(stranger).get("/dossiers/" + number).status()).isEqualTo(200);
        assertThat(api(stranger).get("/dossiers?q=" + number).text()).contains(number.value());
        assertThat(line(stranger, number).path("dossier").asText()).isEqualTo(number.value());
        assertThat(engine(stranger)
                        .post("/task/" + task + "/claim", claim(stranger))
                        .status())
                .isEqualTo(204);
        assertThat(task(number).getOwner()).isEqualTo(someone);

        var other = fiche();
        assertThat(engine(stranger)
                        .post("/task/" + task(other).getId() + "/submit-form", CONFORM)
                        .status())
                .isEqualTo(204);
        assertThat(conformity.latest(other).orElseThrow().by()).endsWith(", pour " + name(someone));

        assertThat(api("gestionnaire").post("/absences/" + absence + "/end").status())
                .isEqualTo(204);
        assertThat(task(number).getAssignee()).isEqualTo(someone);
        assertThat(api(stranger).get("/dossiers/" + number).status()).isEqualTo(404);
        assertThat(engine(stranger).get("/task/" + task).status()).isIn(403, 404);
        assertThat(engine(stranger)
                        .post("/task/" + task + "/submit-form", CONFORM)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsLentEndsOnTheLastDayEvenIfNothingRuns() {
        var number = fiche();
        declare("gestionnaire", someone, stranger, 1, 2);
        assertThat(api(stranger).get("/dossiers/" + number).status()).isEqualTo(404);
        inDays(
                2,
                () -> assertThat(api(stranger).get("/dossiers/" + number).status())
                        .isEqualTo(200));
        inDays(
                3,
                () -> assertThat(api(stranger).get("/dossiers/" + number).status())
                        .isEqualTo(404));
    }

    @Test
    void whoIsDisabledLendsNothing() {
        var number = fiche();
        declare("gestionnaire", someone, stranger, 0, 2);
        store.disable(someone);
        clock.at(
                clock.instant().plus(Duration.ofMinutes(1)),
                () -> assertThat(api(stranger).get("/dossiers/" + number).status())
                        .isEqualTo(404));
    }

    @Test
    void onlyTheKindsThatAreEntrustedAreAnswered() {
        var number = given.fullDeposited();
        var sector = dossiers.get(number).sector();
        var instructor = account();
        accounts.ensure(instructor, new Membership(Role.INSTRUCTOR, sector));
        var absence = declare("gestionnaire", instructor, stranger, 0, 3, "userTask_instruct");
        assertThat(absence.status()).isEqualTo(201);

        var completeness = task(number).getId();
        for (var door : List.of("/claim", "/submit-form")) {
            var refused = engine(stranger)
                    .post(
                            "/task/" + completeness + door,
                            door.equals("/claim")
                                    ? claim(stranger)
                                    : "{\"variables\": {\"completenessVerdict\": {\"value\": \"COMPLETE\"}}}");
            assertThat(refused.status()).as(door).isEqualTo(403);
            assertThat(refused.text()).as(door).contains("pour d’autres tâches");
        }
        assertThat(api(stranger)
                        .post("/tasks/claim", "{\"tasks\": [\"" + completeness + "\"]}")
                        .text())
                .contains("\"done\":false", "pour d’autres tâches");
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_checkCompleteness");
        assertThat(line(stranger, number).path("entrusted").asBoolean()).isFalse();
        assertThat(line(instructor, number).path("entrusted").asBoolean()).isTrue();
        assertThat(api(stranger)
                        .post(
                                "/tasks/assignment",
                                "{\"tasks\": [\"%s\"], \"to\": \"instructeur\", \"motive\": \"x\"}"
                                        .formatted(completeness))
                        .text())
                .contains("\"done\":false", "pour d’autres tâches");

        var complete = given.complete();
        assertThat(line(stranger, complete).path("entrusted").asBoolean()).isTrue();
        assertThat(engine(stranger)
                        .post("/task/" + task(complete).getId() + "/claim", claim(stranger))
                        .status())
                .isEqualTo(204);
        assertThat(last(complete).kind()).isEqualTo("TASK_CLAIMED");
        assertThat(last(complete).author()).isEqualTo(stranger);
    }

    @Test
    void twoSubstitutesShareTheKinds() {
        var instructor = account();
        var one = account();
        var two = account();
        var littoral = new Membership(Role.INSTRUCTOR, "littoral");
        List.of(instructor, one, two).forEach(name -> accounts.ensure(name, littoral));
        assertThat(declare(instructor, instructor, one, 0, 3, "userTask_instruct")
                        .status())
                .isEqualTo(201);
        assertThat(declare(instructor, instructor, two, 0, 3, "userTask_checkCompleteness")
                        .status())
                .isEqualTo(201);
        assertThat(declare(instructor, instructor, two, 2, 5).faults()).containsExactly("firstDay:OVERLAP");
        assertThat(declare(instructor, instructor, two, 2, 5, "userTask_instruct")
                        .faults())
                .containsExactly("firstDay:OVERLAP");
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByField() {
        assertThat(api(someone).post("/absences", "{}").faults())
                .containsExactly("firstDay:REQUIRED", "lastDay:REQUIRED");
        assertThat(declare(someone, someone, colleague, -1, 3).faults()).containsExactly("firstDay:PAST");
        assertThat(declare(someone, someone, colleague, 3, 2).faults()).containsExactly("lastDay:ORDER");
        assertThat(declare(someone, someone, colleague, 0, 800).faults()).containsExactly("lastDay:LENGTH");
        assertThat(declare(someone, someone, someone, 0, 3).faults()).containsExactly("substitute:SELF");
        for (var nobody : List.of("inconnu", "porteur", "' or 1=1")) {
            assertThat(declare(someone, someone, nobody, 0, 3).faults())
                    .as(nobody)
                    .containsExactly("substitute:CHOICE");
            assertThat(declare("gestionnaire", nobody, colleague, 0, 3).faults())
                    .as(nobody)
                    .containsExactly("absent:CHOICE");
        }
        assertThat(declare(someone, someone, stranger, 0, 3).faults()).containsExactly("substitute:GROUP");
        assertThat(declare(someone, someone, colleague, 0, 3, "userTask_instruct")
                        .faults())
                .containsExactly("steps:CHOICE");
        assertThat(declare("gestionnaire", "gestionnaire", "instructeur", 0, 3).faults())
                .containsExactly("substitute:PERSONAL");
        assertThat(declare("gestionnaire", "jure-interco", stranger, 0, 3).faults())
                .containsExactly("substitute:PERSONAL");
        assertThat(declare(someone, colleague, someone, 0, 3).status()).isEqualTo(403);
        assertThat(api("porteur").get("/absences").json().size()).isZero();
    }

    @Test
    void nobodyStandsInWhileAway() {
        assertThat(declare(someone, someone, colleague, 5, 10).status()).isEqualTo(201);
        assertThat(declare(colleague, colleague, someone, 8, 12).faults()).containsExactly("firstDay:CHAIN");
        assertThat(declare("gestionnaire", stranger, someone, 8, 12).faults()).containsExactly("substitute:CHAIN");
        assertThat(declare(colleague, colleague, someone, 11, 12).status()).isEqualTo(201);
    }

    @Test
    void oneSeesOnesOwnAbsencesAndThoseOneReplaces() {
        var absence = id(declare(someone, someone, colleague, 5, 10));
        for (var reader : List.of(someone, colleague, "gestionnaire")) {
            assertThat(api(reader).get("/absences").text()).as(reader).contains(absence);
        }
        for (var reader : List.of(stranger, "technicien", "admin")) {
            assertThat(api(reader).get("/absences").text()).as(reader).doesNotContain(absence);
        }
    }

    private void inDays(int days, Runnable action) {
        clock.at(Clock.systemUTC().instant().plus(Duration.ofDays(days)), action);
    }

    private DossierNumber fiche() {
        var number = given.ficheDeposited();
        dossiers.forward(number, OSARTIS, "Essai", given.manager());
        return number;
    }

    private String taken(DossierNumber number, String by) {
        var task = task(number).getId();
        assertThat(api(by).post("/tasks/claim", "{\"tasks\": [\"" + task + "\"]}")
                        .text())
                .contains("\"done\":true");
        return task;
    }

    private Answer declare(String by, String absent, String substitute, int from, int to, String... steps) {
        var today = ParisTime.dayOf(clock.instant());
        return api(by).post("/absences", """
                        {"absent": "%s", "substitute": "%s", "firstDay": "%s", "lastDay": "%s", "steps": [%s]}""".formatted(
                        absent,
                        substitute,
                        day(today, from),
                        day(today, to),
                        steps.length == 0 ? "" : "\"" + String.join("\", \"", steps) + "\""));
    }

    private static LocalDate day(LocalDate today, int later) {
        return today.plusDays(later);
    }

    private static String id(Answer declared) {
        assertThat(declared.status()).as(declared.text()).isEqualTo(201);
        return declared.json().path("id").asText();
    }

    private JsonNode line(String reader, DossierNumber number) {
        for (var page = 0; ; page++) {
            var some = api(reader).get("/worklist?page=" + page).json();
            for (var line : some.path("items")) {
                if (line.path("dossier").asText().equals(number.value())) {
                    return line;
                }
            }
            assertThat(some.path("more").asBoolean()).as("the task is listed").isTrue();
        }
    }

    private Task task(DossierNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
    }

    private TimelineEntry last(DossierNumber number) {
        var lines = dossiers.timeline(number);
        return lines.get(lines.size() - 1);
    }

    private ApiClient api(String username) {
        return ApiClient.as(username, port);
    }

    private ApiClient engine(String username) {
        return ApiClient.ofEngine(username, port);
    }

    private static String claim(String username) {
        return "{\"userId\": \"" + username + "\"}";
    }

    private static String account() {
        return "agent-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String name(String username) {
        return "Compte " + username;
    }
}
