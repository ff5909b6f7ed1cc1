package fr.ruche.dossier;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.TestCalls;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.Scale;
import fr.ruche.workflow.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A fiche that went to the wrong authority goes to the right one (COMP-01), in the real engine. */
@IntegrationTest
class ForwardingTests {

    private static final String LILLE = "200093201";
    private static final String CHECK = "userTask_checkConformity";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestCalls call;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Actors actors;

    @Autowired
    Notifications letters;

    @Autowired
    Processes processes;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void anotherIntercommunalityTakesTheTaskWithTheDelaysThatRun() {
        var number = given.ficheDeposited();
        var before = dossiers.get(number);
        var timers = timers(number);

        forward(number, "technicien", LILLE, "Le projet est à Lille");

        var after = dossiers.get(number);
        assertThat(after.territory()).isEqualTo(LILLE);
        assertThat(after.sector()).isEqualTo("metropole-lilloise");
        assertThat(after.ficheArrival()).isEqualTo(before.ficheArrival());
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(timers(number)).isEqualTo(timers);
        assertThat(groups(number)).containsExactly("conformity-" + LILLE);
        assertThat(ApiClient.as("technicien2", port).get("/dossiers/" + number).status())
                .isEqualTo(200);
        assertThat(ApiClient.as("technicien", port).get("/dossiers/" + number).status())
                .isEqualTo(404);

        given.answer(number, CHECK, "technicien2", Map.of("conformityVerdict", "CONFORM"));
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_completeDossier");
    }

    @Test
    void itIsFoundByTheWordsOfTheIntercommunalityThatHasIt() {
        var number = given.ficheDeposited();
        assertThat(found(number, "Liévin")).isTrue();

        forward(number, "technicien", LILLE, "Le projet est à Lille");
        assertThat(found(number, "métropole lille")).isTrue();
        assertThat(found(number, "Liévin")).isFalse();

        given.answer(
                number,
                CHECK,
                "technicien2",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "À revoir"));
        dossiers.depositFiche(number, given.holder());
        assertThat(found(number, "métropole lille")).as("after a correction").isTrue();
        assertThat(found(number, "Liévin")).isFalse();
    }

    private boolean found(DossierNumber number, String words) {
        var query = java.net.URLEncoder.encode(number + " " + words, java.nio.charset.StandardCharsets.UTF_8);
        return ApiClient.as("gestionnaire", port)
                        .get("/dossiers?q=" + query)
                        .json()
                        .path("items")
                        .size()
                == 1;
    }

    @Test
    void whoHadTheTaskCanNoLongerReadNorAnswerItThroughTheEngine() {
        var colleague = "colleague-" + UUID.randomUUID().toString().substring(0, 8);
        accounts.ensure(colleague, new Membership(Role.CONFORMITY_OFFICER, TestDossiers.TERRITORY));
        var number = given.ficheDeposited();
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
        var technicien = new TestBrowser(port).signIn("technicien");
        var other = new TestBrowser(port).signIn(colleague);
        tasks.setAssignee(task, "technicien");
        assertThat(technicien
                        .get("/camunda/api/engine/engine/default/task/" + task)
                        .statusCode())
                .isEqualTo(200);
        assertThat(other.get("/camunda/api/engine/engine/default/task/" + task).statusCode())
                .isEqualTo(200);

        forward(number, "gestionnaire", LILLE, "Le projet est à Lille");

        for (var stranger : List.of(technicien, other)) {
            assertThat(stranger.get("/camunda/api/engine/engine/default/task/" + task)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(new TestBrowser(port)
                        .signIn("technicien2")
                        .get("/camunda/api/engine/engine/default/task/" + task)
                        .statusCode())
                .isEqualTo(200);
        assertThat(dossiers.get(number).step()).isEqualTo(CHECK);
    }

    @Test
    void thePorteurIsToldAndTheHistoryKeepsIt() {
        var number = given.ficheDeposited();
        forward(number, "gestionnaire", LILLE, "Le projet est à Lille");

        var letter = letters.of(number).stream()
                .filter(message -> message.letter() == Letter.FICHE_FORWARDED)
                .toList();
        assertThat(letter)
                .singleElement()
                .extracting(Message::body)
                .asString()
                .contains("Lens", "Métropole Européenne de Lille", "Le projet est à Lille")
                .contains(Objects.requireNonNull(dossiers.get(number).ficheArrival())
                        .shown());
        assertThat(dossiers.timeline(number)).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo("FICHE_FORWARDED");
            assertThat(line.author()).isEqualTo("gestionnaire");
            assertThat(line.text()).contains("Le projet est à Lille");
        });
    }

    @Test
    void theRegionDecidesWhatIsForwardedToIt() {
        var number = given.ficheDeposited();
        forward(number, "technicien", "REGION", "Opération régionale");

        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_decideConformity");
        assertThat(dossiers.get(number).clock()).isEqualTo("REGION");
        assertThat(dossiers.get(number).territory()).isEqualTo(TestDossiers.TERRITORY);
        given.answer(number, "userTask_decideConformity", "instructeur", Map.of("conformityVerdict", "CONFORM"));
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_completeDossier");
    }

    @Test
    void aCorrectionInTheSameCommuneStaysWithTheRightAuthorityAndAnotherCommuneGoesToItsOwn() {
        var number = given.ficheDeposited();
        forward(number, "gestionnaire", LILLE, "Le projet est à Lille");
        given.answer(
                number,
                CHECK,
                "technicien2",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez le lieu"));
        var fiche = dossiers.get(number).fiche();
        dossiers.saveFiche(number, TestDossiers.titled(fiche, "Ateliers corrigés (fictif)"), given.holder(), null);
        dossiers.depositFiche(number, given.holder());

        assertThat(dossiers.get(number).territory()).isEqualTo(LILLE);
        assertThat(groups(number)).containsExactly("conformity-" + LILLE);
    }

    @Test
    void aCorrectionAskedByTheRegionComesBackToIt() {
        var number = given.ficheDeposited();
        forward(number, "technicien", "REGION", "Opération régionale");
        given.answer(
                number,
                "userTask_decideConformity",
                "instructeur",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez le lieu"));
        dossiers.depositFiche(number, given.holder());

        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_decideConformity");
    }

    @Test
    void aCallMayGiveRegionalOperationsToTheRegionAlone() {
        var original = call.current();
        try {
            call.change(parameters ->
                    ((ObjectNode) parameters.path("choices")).put("seatEpciGivesOpinionOnRegional", false));
            assertThat(depositedAt(Scale.REGIONALE)).containsExactly("userTask_decideConformity");
            assertThat(depositedAt(Scale.COMMUNALE)).containsExactly(CHECK);
        } finally {
            call.change(original);
        }
        assertThat(depositedAt(Scale.REGIONALE)).containsExactly(CHECK);
    }

    private List<String> depositedAt(Scale scale) {
        var number = given.opened();
        dossiers.saveFiche(number, at(scale, dossiers.get(number).fiche()), given.holder(), null);
        dossiers.depositFiche(number, given.holder());
        return processes.waitingAt(number.value());
    }

    private static Fiche at(Scale scale, Fiche fiche) {
        return new Fiche(
                fiche.measure(),
                scale,
                fiche.title(),
                fiche.summary(),
                fiche.commune(),
                fiche.neighbourhood(),
                fiche.themes(),
                fiche.holder(),
                fiche.priorContact(),
                fiche.activityProgramme(),
                fiche.estimatedCost(),
                fiche.estimatedRequest(),
                fiche.startsOn(),
                fiche.endsOn());
    }

    @Test
    void onlyWhoHoldsItAndManagersForwardAFiche() {
        var number = given.ficheDeposited();
        for (var other : List.of("porteur", "instructeur")) {
            assertThat(post(other, number, LILLE, "x").status()).as(other).isEqualTo(403);
        }
        for (var stranger : List.of("porteur2", "technicien2", "jure-region", "modeleur", "admin")) {
            assertThat(post(stranger, number, LILLE, "x").status()).as(stranger).isEqualTo(404);
        }
        assertThat(groups(number)).containsExactly("conformity-" + TestDossiers.TERRITORY);
    }

    @Test
    void aWrongAddresseeOrNoMotiveIsRefusedByName() {
        var number = given.ficheDeposited();
        for (var to : List.of("123456789", TestDossiers.TERRITORY, "region", "' or 1=1")) {
            assertThat(post("gestionnaire", number, to, "Motif").faults())
                    .as(to)
                    .containsExactly("to:COMP-01");
        }
        assertThat(post("gestionnaire", number, "", "Motif").faults()).containsExactly("to:REQUIRED");
        faultsOf(() -> dossiers.forward(number, LILLE, "  ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        assertThat(dossiers.get(number).territory()).isEqualTo(TestDossiers.TERRITORY);
    }

    @Test
    void whatNoIntercommunalityHoldsCannotBeForwarded() {
        var conform = given.conform();
        assertThatThrownBy(() -> dossiers.forward(conform, LILLE, "Motif", given.manager()))
                .isInstanceOf(Conflict.class);
        var number = given.ficheDeposited();
        forward(number, "gestionnaire", "REGION", "Motif");
        assertThat(post("gestionnaire", number, "REGION", "Motif").status()).isEqualTo(409);
    }

    private void forward(DossierNumber number, String officer, String to, String motive) {
        var answer = post(officer, number, to, motive);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private ApiClient.Answer post(String officer, DossierNumber number, String to, String motive) {
        return ApiClient.as(officer, port)
                .post(
                        "/dossiers/" + number + "/forwarding",
                        "{\"to\": \"" + to + "\", \"motive\": \"" + motive + "\"}");
    }

    private List<String> groups(DossierNumber number) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(CHECK)
                .singleResult();
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private Map<String, Instant> timers(DossierNumber number) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        return management.createJobQuery().processInstanceId(process.getId()).list().stream()
                .collect(java.util.stream.Collectors.toMap(
                        job -> job.getJobDefinitionId(), job -> job.getDuedate().toInstant()));
    }
}
