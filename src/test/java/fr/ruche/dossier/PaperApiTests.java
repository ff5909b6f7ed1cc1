package fr.ruche.dossier;

import static fr.ruche.dossier.DossierExamples.CLOSED_CALL;
import static fr.ruche.dossier.DossierExamples.OPEN_CALL;
import static fr.ruche.dossier.DossierExamples.fiche;
import static fr.ruche.dossier.DossierExamples.full;
import static fr.ruche.dossier.DossierExamples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.ApiClient;
import fr.ruche.ApiClient.Answer;
import fr.ruche.IntegrationTest;
import fr.ruche.TestCalls;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.Channel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Fiches and dossiers that come on paper: the postmark counts (DL-01). */
@IntegrationTest
class PaperApiTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestCalls call;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    CallParameters original;

    @BeforeEach
    void remember() {
        original = call.current();
    }

    @AfterEach
    void putBack() {
        if (!call.current().equals(original)) {
            call.change(original);
        }
    }

    private static ObjectNode paper(@Nullable String receivedAt, @Nullable String postmark) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", "PAPER")
                .put("receivedAt", receivedAt)
                .put("postmark", postmark);
    }

    private ObjectNode paper(LocalDate received, LocalDate postmark) {
        return paper(ParisTime.startOf(received).toString(), postmark.toString());
    }

    private Answer register(String account, ObjectNode arrival, String call, JsonNode fiche) {
        var body = arrival.put("call", call).<ObjectNode>set("fiche", fiche);
        return ApiClient.as(account, port).post("/dossiers", body.toString());
    }

    private Answer deposit(String account, DossierNumber number, ObjectNode arrival) {
        return ApiClient.as(account, port).post("/dossiers/" + number + "/full/deposit", arrival.toString());
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }

    @Test
    void aFichePostedOnTheLastDayIsInTimeHoweverLateItComes() {
        var answer = register("technicien", paper("2014-12-05T08:00:00Z", "2014-12-01"), CLOSED_CALL, json(fiche()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var dossier = answer.json();
        assertThat(dossier.path("status").asText()).isEqualTo("EN_COURS");
        assertThat(dossier.path("holder").isNull()).isTrue();
        assertThat(dossier.path("stage").path("step").asText()).isEqualTo("userTask_checkConformity");
        assertThat(dossier.path("rules").path("failures")).isEmpty();
        var deposit = dossier.path("deposits").get(0);
        assertThat(deposit.path("channel").asText()).isEqualTo("PAPER");
        assertThat(deposit.path("postmark").asText()).isEqualTo("2014-12-01");
        assertThat(deposit.path("receivedAt").asText()).isEqualTo("2014-12-05T08:00:00Z");
        assertThat(deposit.path("by").asText()).isEqualTo("technicien");
        var number = new DossierNumber(dossier.path("number").asText());
        assertThat(dossiers.evaluations(number)).singleElement().satisfies(evaluation -> {
            assertThat(evaluation.facts().ficheChannel()).isEqualTo(Channel.PAPER);
            assertThat(evaluation.facts().fichePostmark()).isEqualTo("2014-12-01");
        });
        assertThat(ApiClient.as("technicien", port)
                        .get("/dossiers/" + number + "/messages")
                        .json()
                        .findValuesAsText("body"))
                .singleElement()
                .asString()
                .contains("le 05/12/2014 sur papier (cachet de la poste du 01/12/2014)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-12-05T08:00:00Z | 2014-12-02 | fiche:ELIG-01",
                "2014-12-05T08:00:00Z | 2014-11-02 | fiche:ELIG-01",
                "2014-12-05T08:00:00Z |            | fiche:ELIG-01",
                "2014-11-29T08:00:00Z | 2014-11-30 | postmark:DL-01",
                "2098-12-05T08:00:00Z | 2014-12-01 | receivedAt:DATE",
            })
    void aLateOrImpossibleArrivalIsRefused(String received, @Nullable String postmark, String fault) {
        var answer = register("technicien", paper(received, postmark), CLOSED_CALL, json(fiche()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly(fault);
    }

    @Test
    void theSameChecksHoldForPaper() {
        var answer = register(
                "technicien",
                paper("2014-12-05T08:00:00Z", "2014-12-01").put("account", "personne"),
                CLOSED_CALL,
                json(fiche()).putNull("title"));
        assertThat(answer.faults()).containsExactly("fiche.title:REQUIRED");

        var unknown = paper("2014-12-05T08:00:00Z", "2014-12-01").put("account", "technicien");
        assertThat(register("technicien", unknown, CLOSED_CALL, json(fiche())).faults())
                .containsExactly("account:ACCOUNT");
        var online = paper("2014-12-05T08:00:00Z", "2014-12-01").put("channel", "ONLINE");
        assertThat(register("technicien", online, CLOSED_CALL, json(fiche())).faults())
                .containsExactly("channel:CHOICE");
        var undated = paper(null, "2014-12-01");
        assertThat(register("technicien", undated, CLOSED_CALL, json(fiche())).faults())
                .containsExactly("receivedAt:REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"technicien2,403", "instructeur,403", "jure-interco,403", "porteur,403", "gestionnaire,201"})
    void aFicheIsRegisteredByTheIntercommunalityOfItsProject(String account, int status) {
        var answer = register(account, paper("2014-12-05T08:00:00Z", "2014-12-01"), CLOSED_CALL, json(fiche()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void aPorteurWithAnAccountFollowsHisPaperOnlineAndCompletesItThere() {
        var arrival = paper(today(), today()).put("account", "porteur2");
        var number = new DossierNumber(register("technicien", arrival, OPEN_CALL, json(fiche()))
                .json()
                .path("number")
                .asText());
        given.answer(number, "userTask_checkConformity", "technicien", given.conformAnswer("F1"));

        var saved = ApiClient.as("porteur2", port)
                .put("/dossiers/" + number + "/full", json(full()).toString());

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(ApiClient.as("porteur", port).get("/dossiers/" + number).status())
                .isEqualTo(404);
    }

    @Test
    void aDossierPostedInTimeIsRegisteredAfterTheDeadlineAndDoesNotLapseMeanwhile() {
        var number = given.conform();
        call.change(tree -> ((ObjectNode) tree.path("calendar"))
                .put("opening", today().minusDays(60).toString()));
        call.moveTo(today().minusDays(4), today().minusDays(2));

        var online = ApiClient.as("porteur", port);
        assertThat(online.put("/dossiers/" + number + "/full", json(full()).toString())
                        .status())
                .isEqualTo(200);
        assertThat(online.post("/dossiers/" + number + "/full/deposit").faults())
                .contains(":ELIG-03");
        assertThat(lapse(number)).isEqualTo(ParisTime.endOf(today().minusDays(2).plusDays(7)));

        assertThat(deposit("instructeur", number, with(full(), today().minusDays(1)))
                        .faults())
                .containsExactly("full:ELIG-03");
        var answer = deposit("instructeur", number, with(full(), today().minusDays(2)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("stage").path("step").asText()).isEqualTo("userTask_checkCompleteness");
        assertThat(answer.json().path("rules").path("failures").findValuesAsText("rule"))
                .doesNotContain("ELIG-03");
        assertThat(dossiers.evaluations(number)).last().satisfies(evaluation -> {
            assertThat(evaluation.facts().ficheChannel()).isEqualTo(Channel.ONLINE);
            assertThat(evaluation.facts().dossierChannel()).isEqualTo(Channel.PAPER);
            assertThat(evaluation.facts().postmark()).isEqualTo(today().minusDays(2));
        });
    }

    @Test
    void onlyTheServiceThatInstructsRegistersAFullDossier() {
        var number = given.conform();

        assertThat(deposit("technicien", number, with(full(), today())).status())
                .isEqualTo(403);
        assertThat(deposit("technicien2", number, with(full(), today())).status())
                .isEqualTo(404);
        assertThat(deposit("porteur", number, with(full(), today())).status()).isEqualTo(403);
        assertThat(deposit("gestionnaire", number, with(full(), today())).status())
                .isEqualTo(200);
        assertThat(deposit("gestionnaire", number, with(full(), today())).status())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionAndThePapersAskedForMayComeOnPaperToo() {
        var number = given.ficheDeposited();
        given.answer(
                number,
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez le lieu."));
        var body =
                paper(today(), today()).<ObjectNode>set("fiche", json(fiche()).put("title", "Titre corrigé"));

        var corrected = ApiClient.as("technicien", port)
                .post("/dossiers/" + number + "/fiche/deposit", body.toString())
                .json();

        assertThat(corrected.path("fiche").path("title").asText()).isEqualTo("Titre corrigé");
        assertThat(corrected.path("deposits").findValuesAsText("kind")).containsExactly("FICHE", "CORRECTION");
        assertThat(corrected.path("deposits").findValuesAsText("channel")).containsExactly("ONLINE", "PAPER");
        given.answer(number, "userTask_checkConformity", "technicien", given.conformAnswer("F1"));
        var scan = ApiClient.as("instructeur", port)
                .upload(
                        "/dossiers/" + number + "/documents",
                        "AUTRE",
                        "scan.pdf",
                        fr.ruche.document.PdfExamples.plain());
        assertThat(scan.status()).as(scan.text()).isEqualTo(201);
        assertThat(ApiClient.as("technicien", port)
                        .upload(
                                "/dossiers/" + number + "/documents",
                                "AUTRE",
                                "s.pdf",
                                fr.ruche.document.PdfExamples.plain())
                        .status())
                .isEqualTo(403);
        assertThat(deposit("instructeur", number, with(full(), today())).status())
                .isEqualTo(200);
        given.answer(
                number,
                "userTask_checkCompleteness",
                "instructeur",
                Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Il manque le RIB."));

        var complement = deposit("instructeur", number, paper(today(), today()));

        assertThat(complement.status()).as(complement.text()).isEqualTo(200);
        assertThat(complement.json().path("deposits").findValuesAsText("kind")).endsWith("DOSSIER", "COMPLEMENT");
    }

    private ObjectNode with(FullDossier full, LocalDate postmark) {
        return paper(today(), postmark).set("full", json(full));
    }

    private java.time.Instant lapse(DossierNumber number) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("timer_dossierDeadline")
                .singleResult()
                .getDuedate()
                .toInstant();
    }
}
