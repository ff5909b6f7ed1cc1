package fr.ruche.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.ApiClient.Answer;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Euros;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import fr.ruche.jury.Conflicts;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.workflow.UserStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A jury deliberates over the API: scenarios are tried, kept, compared, and one of them is validated. */
@IntegrationTest
class ScenarioTests {

    @LocalServerPort
    int port;

    @Autowired
    MarkingSessions given;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    JurySessions sessions;

    @Autowired
    Envelopes envelopes;

    @Autowired
    List<UserStep> steps;

    @Autowired
    Conflicts conflicts;

    @Autowired
    JdbcClient sql;

    private ApiClient as(String username) {
        return ApiClient.as(username, port);
    }

    private static String path(JurySession session) {
        return "/jury/sessions/" + session.id() + "/scenarios";
    }

    private static String dossier(JurySession session, int at) {
        return session.onAgenda().get(at).dossier().value();
    }

    /** Every dossier is marked by all: the first one best, and each the request of 5 000 €. */
    private JurySession revealed(int count) {
        var session = given.open(count);
        for (int at = 0; at < count; at++) {
            for (var juror : List.of(MarkingSessions.PRESIDENT, MarkingSessions.ELECTED, MarkingSessions.TOWN)) {
                given.mark(session.id(), session.onAgenda().get(at).dossier(), juror, at == 0 ? 4 : 3, "");
            }
        }
        var answer = as("gestionnaire")
                .put("/jury/sessions/" + session.id() + "/marking", "{\"phase\": \"REVEALED\", \"early\": true}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return session;
    }

    private String scenario(JurySession session, String name) {
        var made = as("gestionnaire").post(path(session), "{\"name\": \"" + name + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return path(session) + "/" + made.json().path("id").asText();
    }

    private Answer change(String scenario, int version, String change) {
        return as("gestionnaire")
                .post(scenario + "/changes", "{\"version\": " + version + ", " + change.replace('\'', '"') + "}");
    }

    private static JsonNode line(JsonNode plan, String dossier) {
        return StreamSupport.stream(plan.path("lines").spliterator(), false)
                .filter(line -> line.path("dossier").asText().equals(dossier))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRankingStandsAgainstTheEnvelope() {
        var session = revealed(2);
        var plan = as(MarkingSessions.TOWN).get(scenario(session, "Au rang")).json();

        var best = plan.path("lines").get(0);
        assertThat(best.path("dossier").asText()).isEqualTo(dossier(session, 0));
        assertThat(best.path("score").decimalValue()).isEqualByComparingTo("80");
        assertThat(best.path("standing").asText()).isEqualTo("RETENU");
        assertThat(best.path("operating").decimalValue()).isEqualByComparingTo("5000");
        assertThat(best.path("missing").decimalValue()).isEqualByComparingTo("0");
        assertThat(best.path("localRate").decimalValue()).isEqualByComparingTo("30");
        assertThat(best.path("broken")).isEmpty();
        assertThat(plan.path("gauges").get(0).path("proposed").decimalValue()).isEqualByComparingTo("10000");
    }

    @Test
    void nothingOfItIsReadWhileMarkingIsBlindNorByThoseWhoAreNoMembers() {
        var blind = given.open(1);
        for (var reader : List.of("gestionnaire", MarkingSessions.PRESIDENT, MarkingSessions.TOWN)) {
            assertThat(as(reader).get(path(blind)).status()).isEqualTo(409);
        }
        assertThat(as("gestionnaire")
                        .post(path(blind), "{\"name\": \"Trop tôt\"}")
                        .status())
                .isEqualTo(409);
        var session = revealed(1);
        scenario(session, "Au rang");
        assertThat(as("instructeur").get(path(session)).status()).isEqualTo(403);
        assertThat(as("porteur").get(path(session)).status()).isEqualTo(404);
        assertThat(as("jure-region").get(path(session)).status()).isEqualTo(404);
    }

    @Test
    void membersReadAndOnlyManagersAndThePresidentAct() {
        var session = revealed(1);
        var scenario = scenario(session, "Au rang");
        var body = "{\"version\": 1, \"action\": \"POSTPONE\", \"dossier\": \"" + dossier(session, 0)
                + "\", \"motive\": \"Pièces à venir\"}";

        assertThat(as(MarkingSessions.TOWN).get(scenario).status()).isEqualTo(200);
        assertThat(as(MarkingSessions.TOWN).post(scenario + "/changes", body).status())
                .isEqualTo(403);
        assertThat(as(MarkingSessions.TOWN)
                        .post(path(session), "{\"name\": \"Le mien\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as(MarkingSessions.TOWN).post(scenario + "/validation", "{}").status())
                .isEqualTo(403);
        assertThat(as(MarkingSessions.PRESIDENT)
                        .post(scenario + "/changes", body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLowerAmountSaysWhatThePlanLacksAndWhichRulesNoLongerHold() {
        var session = revealed(2);
        var scenario = scenario(session, "Moins");
        var first = dossier(session, 0);
        var less = "'action': 'AMOUNT', 'dossier': '" + first + "', 'operating': 4000, 'motive': 'Poste réduit'";

        var tried = change(scenario, 1, "'trial': true, " + less).json();
        assertThat(line(tried, first).path("difference").decimalValue()).isEqualByComparingTo("-1000");
        assertThat(as("gestionnaire")
                        .get(scenario)
                        .json()
                        .path("scenario")
                        .path("version")
                        .asInt())
                .as("a trial keeps nothing")
                .isEqualTo(1);

        var plan = change(scenario, 1, less);
        assertThat(plan.status()).as(plan.text()).isEqualTo(200);
        var line = line(plan.json(), first);
        assertThat(line.path("operating").decimalValue()).isEqualByComparingTo("4000");
        assertThat(line.path("standing").asText()).isEqualTo("RETENU_PARTIEL");
        assertThat(line.path("missing").decimalValue()).isEqualByComparingTo("1000");
        assertThat(line.path("broken").toString()).contains("équilibr");
        assertThat(line.path("localRate").decimalValue()).isEqualByComparingTo("30");
        assertThat(change(scenario, 1, less).status()).as("stale").isEqualTo(409);
        var history = as(MarkingSessions.TOWN).get(scenario + "/changes").json();
        assertThat(history.findValuesAsText("action")).containsExactly("AMOUNT", "CREATE");
        assertThat(history.get(0).path("told").asText()).contains("Poste réduit");
    }

    @Test
    void twoDossiersShareWhatTheyGetOrChangePlacesAndAreTakenBack() {
        var session = revealed(2);
        var scenario = scenario(session, "À deux");
        var first = dossier(session, 0);
        var second = dossier(session, 1);
        change(scenario, 1, "'action': 'POSTPONE', 'dossier': '" + second + "', 'motive': 'Pour voir'");
        change(scenario, 2, "'action': 'REVERT', 'dossier': '" + second + "'");
        var both = "'dossier': '" + first + "', 'other': '" + second + "', 'motive': 'Accord du jury'";

        var swapped = change(scenario, 3, "'action': 'SWAP', " + both).json();
        assertThat(swapped.path("lines").get(0).path("dossier").asText()).isEqualTo(second);
        var split = change(scenario, 4, "'action': 'SPLIT', " + both).json();
        assertThat(line(split, first).path("operating").decimalValue()).isEqualByComparingTo("5000");
        var back = change(scenario, 5, "'action': 'REVERT', 'dossier': '" + first + "'");
        assertThat(back.status()).isEqualTo(200);
        var regional = change(scenario, 6, "'action': 'REGIONAL', 'dossier': '" + first + "', 'motive': 'Échelle'");
        assertThat(line(regional.json(), first).path("standing").asText()).isEqualTo("RENVOI_JURY_REGIONAL");
        assertThat(line(regional.json(), first).path("operating").decimalValue())
                .isEqualByComparingTo("0");
    }

    @Test
    void whatIsWrongIsNamed() {
        var session = revealed(1);
        var scenario = scenario(session, "Fautes");
        var one = "'dossier': '" + dossier(session, 0) + "', 'motive': 'Essai'";

        assertThat(as("gestionnaire").post(path(session), "{}").faults()).containsExactly("name:REQUIRED");
        assertThat(as("gestionnaire")
                        .post(path(session), "{\"name\": \"Fautes\"}")
                        .faults())
                .containsExactly("name:TWICE");
        assertThat(change(scenario, 1, "'dossier': 'X'").faults()).containsExactly("action:REQUIRED");
        assertThat(change(scenario, 1, "'action': 'AMOUNT', 'dossier': 'AUTRE', 'motive': 'x'")
                        .faults())
                .containsExactly("dossier:CHOICE");
        assertThat(change(scenario, 1, "'action': 'AMOUNT', 'operating': 5000.01, " + one)
                        .faults())
                .containsExactly("operating:SUR-01");
        assertThat(change(scenario, 1, "'action': 'AMOUNT', 'operating': -1, " + one)
                        .faults())
                .containsExactly("operating:AMOUNT");
        assertThat(change(scenario, 1, "'action': 'AMOUNT', 'operating': 0, " + one)
                        .faults())
                .containsExactly("operating:A3");
        assertThat(change(scenario, 1, "'action': 'SWAP', 'other': '" + dossier(session, 0) + "', " + one)
                        .faults())
                .containsExactly("other:SAME");
        assertThat(change(scenario, 1, "'action': 'POSTPONE', 'dossier': '" + dossier(session, 0) + "'")
                        .faults())
                .containsExactly("motive:REQUIRED");
        var policy = "{\"version\": 1, \"mode\": \"RANK\", \"policy\": {\"threshold\": 101, \"partial\": true,"
                + " \"partialMinPercent\": 120, \"strict\": true, \"pooling\": false, \"unit\": 0}}";
        assertThat(as("gestionnaire").put(scenario + "/terms", policy).faults())
                .containsExactlyInAnyOrder(
                        "policy.threshold:RANGE", "policy.partialMinPercent:RANGE", "policy.unit:RANGE");
    }

    @Test
    void theRulesOfTheSharingArePartOfTheScenario() {
        var session = revealed(2);
        var scenario = scenario(session, "Exigeant");
        var policy = "{\"version\": 1, \"mode\": \"RANK\", \"policy\": {\"threshold\": 70, \"partial\": true,"
                + " \"partialMinPercent\": 50, \"strict\": false, \"pooling\": true, \"unit\": 1}}";

        var plan =
                as(MarkingSessions.PRESIDENT).put(scenario + "/terms", policy).json();
        assertThat(line(plan, dossier(session, 0)).path("standing").asText()).isEqualTo("RETENU");
        assertThat(line(plan, dossier(session, 1)).path("standing").asText()).isEqualTo("DEFAVORABLE");
        assertThat(plan.path("scenario").path("policy").path("pooling").asBoolean())
                .isTrue();
    }

    @Test
    void aValidatedScenarioIsProposedWhereTheOutcomesAreRecordedAndNowhereElse() {
        var session = revealed(3);
        var scenario = scenario(session, "Retenu");
        change(
                scenario,
                1,
                "'action': 'AMOUNT', 'dossier': '" + dossier(session, 1)
                        + "', 'operating': 4000, 'motive': 'Poste réduit'");
        var plan = change(
                        scenario,
                        2,
                        "'action': 'POSTPONE', 'dossier': '" + dossier(session, 2) + "', 'motive': 'Devis à venir'")
                .json();

        var other = scenario(session, "Écarté");
        assertThat(as("gestionnaire")
                        .post(scenario + "/validation", "{\"seal\": \"autre\"}")
                        .status())
                .isEqualTo(409);
        var valid = as(MarkingSessions.PRESIDENT).post(scenario + "/validation", seal(plan));
        assertThat(valid.status()).as(valid.text()).isEqualTo(200);

        assertThat(prefilled(session, 0))
                .containsEntry("juryOutcome", "FAVORABLE")
                .hasEntrySatisfying(
                        "grantedOperating",
                        typed -> assertThat(Euros.parse(typed.toString())).contains(Euros.of("5000.00")));
        assertThat(prefilled(session, 1))
                .containsEntry("juryOutcome", "FAVORABLE_PARTIEL")
                .containsEntry("juryReason", "Poste réduit");
        assertThat(prefilled(session, 2))
                .containsEntry("juryOutcome", "AJOURNE")
                .containsEntry("juryReason", "Devis à venir")
                .doesNotContainKey("grantedOperating");
        record(session, 1);
        assertThat(sessions.get(session.id()).onAgenda().get(1).operating()).isEqualByComparingTo("4000");
        assertThat(sql.sql("select count(*) from act_hi_varinst where name_ ilike '%score%' or name_ like 'proposal'")
                        .query(Integer.class)
                        .single())
                .isZero();

        var again = as("gestionnaire").post(scenario + "/validation", seal(plan));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Retenu").contains("validé");
        var after = as("gestionnaire").get(scenario).json();
        assertThat(after.path("seal"))
                .as("stays as it was validated")
                .isEqualTo(valid.json().path("seal"));
        assertThat(change(scenario, 3, "'action': 'REVERT', 'dossier': '" + dossier(session, 2) + "'")
                        .status())
                .isEqualTo(409);
        var late = "'action': 'POSTPONE', 'dossier': '" + dossier(session, 1) + "', 'motive': 'Trop tard'";
        assertThat(change(other, 1, late).status())
                .as("the others stay as they were")
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoValidateAtOnceTheSecondIsToldAndLosesNothing() throws Exception {
        var session = revealed(1);
        var one = scenario(session, "Premier");
        var other = scenario(session, "Second");
        change(
                other,
                1,
                "'action': 'AMOUNT', 'dossier': '" + dossier(session, 0)
                        + "', 'operating': 4000, 'motive': 'Poste réduit'");

        var answers = atOnce(List.of(
                () -> as("gestionnaire").post(one + "/validation", seal(plan(one))),
                () -> as(MarkingSessions.PRESIDENT).post(other + "/validation", seal(plan(other)))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.text()).contains("a été validé par"));
        assertThat(as("gestionnaire").get(path(session)).json()).hasSize(2);
        assertThat(line(plan(other), dossier(session, 0)).path("operating").decimalValue())
                .isEqualByComparingTo("4000");
    }

    /** Two sessions of one territory draw on one envelope, in which there is money for one of them. */
    @Test
    void twoSessionsNeverProposeMoreThanTheEnvelopeTogether() throws Exception {
        var one = revealed(1);
        var other = revealed(1);
        var ones = scenario(one, "Premier");
        var others = scenario(other, "Second");
        var available = plan(ones).path("gauges").get(0).path("available").decimalValue();
        var held = new DossierNumber("DELIBERATION-0001");
        envelopes.commit(
                held,
                TestDossiers.CALL,
                TestDossiers.TERRITORY,
                null,
                available.subtract(new BigDecimal("7000.00")),
                Euros.ZERO);
        try {
            var answers = atOnce(List.of(
                    () -> as("gestionnaire").post(ones + "/validation", seal(plan(ones))),
                    () -> as("gestionnaire").post(others + "/validation", seal(plan(others)))));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            var loser = answers.get(0).status() == 409 ? ones : others;
            var plan = plan(loser);
            assertThat(plan.path("gauges").get(0).path("available").decimalValue())
                    .isEqualByComparingTo("2000");
            assertThat(plan.path("lines").get(0).path("standing").asText()).isEqualTo("LISTE_COMPLEMENTAIRE");
            assertThat(as("gestionnaire")
                            .post(loser + "/validation", seal(plan))
                            .status())
                    .as("what is left is proposed")
                    .isEqualTo(200);
        } finally {
            envelopes.release(held, "fin de l’essai");
        }
        assertThat(envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING))
                .isPositive();
    }

    @Test
    void whoIsKeptFromADossierReadsAndDoesNothingOfTheDeliberation() {
        var session = revealed(2);
        var scenario = scenario(session, "Au rang");
        for (var member : List.of(MarkingSessions.TOWN, MarkingSessions.PRESIDENT)) {
            conflicts.declare(session.id(), "", dossier(session, 1), "Trésorier (fictif)", given.actor(member));
        }

        for (var door : List.of(scenario, path(session), scenario + "/changes")) {
            assertThat(as(MarkingSessions.TOWN).get(door).status()).as(door).isEqualTo(403);
        }
        var postponed = "{\"version\": 1, \"action\": \"POSTPONE\", \"dossier\": \"" + dossier(session, 0)
                + "\", \"motive\": \"Essai\"}";
        assertThat(as(MarkingSessions.PRESIDENT)
                        .post(scenario + "/changes", postponed)
                        .status())
                .isEqualTo(403);
        assertThat(as(MarkingSessions.PRESIDENT)
                        .post(scenario + "/validation", seal(plan(scenario)))
                        .status())
                .isEqualTo(403);
        assertThat(as(MarkingSessions.ELECTED).get(scenario).status()).isEqualTo(200);
    }

    @Test
    void theHistoryIsOnlyEverAppended() {
        scenario(revealed(1), "Gardé");

        assertThatThrownBy(() ->
                        sql.sql("update deliberation_change set told = 'autre'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("delete from deliberation_change").update())
                .isInstanceOf(DataAccessException.class);
    }

    private JsonNode plan(String scenario) {
        return as("gestionnaire").get(scenario).json();
    }

    private static String seal(JsonNode plan) {
        return "{\"seal\": \"" + plan.path("seal").asText() + "\"}";
    }

    private UserStep step() {
        return steps.stream()
                .filter(one -> one.step().equals("userTask_recordJuryOutcome"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> prefilled(JurySession session, int at) {
        return step().prefill(dossier(session, at));
    }

    /** Sends the form as it was proposed. */
    private void record(JurySession session, int at) {
        var shown = prefilled(session, at);
        var answer = new HashMap<String, Object>();
        for (var field : List.of("juryOutcome", "grantedOperating", "juryReason")) {
            answer.put(field, shown.get(field));
        }
        dossiers.answer(
                session.onAgenda().get(at).dossier(), "userTask_recordJuryOutcome", MarkingSessions.TOWN, answer);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        var barrier = new CyclicBarrier(calls.size());
        var pool = Executors.newFixedThreadPool(calls.size());
        try {
            var running = new ArrayList<java.util.concurrent.Future<Answer>>();
            for (var call : calls) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return call.call();
                }));
            }
            var answers = new ArrayList<Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
