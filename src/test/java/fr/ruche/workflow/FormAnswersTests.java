package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the server says to an answer, whatever door it comes through. */
@IntegrationTest
class FormAnswersTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFORMITY = "userTask_checkConformity";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processes processes;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcTemplate sql;

    TestBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new TestBrowser(port);
    }

    static Stream<Arguments> badConformity() {
        return Stream.of(
                Arguments.of(fields(), "« La fiche répond-elle aux attentes locales ? » est obligatoire."),
                Arguments.of(
                        fields("conformityVerdict", null),
                        "« La fiche répond-elle aux attentes locales ? » est obligatoire."),
                Arguments.of(
                        fields("conformityVerdict", "PEUT_ETRE"),
                        "« La fiche répond-elle aux attentes locales ? » n’a pas de choix « PEUT_ETRE »."),
                Arguments.of(
                        fields("conformityVerdict", 1),
                        "« La fiche répond-elle aux attentes locales ? » n’a pas de choix « 1 »."),
                Arguments.of(fields("conformityVerdict", "NOT_CONFORM"), "« Motif » est obligatoire."),
                Arguments.of(
                        fields("conformityVerdict", "TO_CORRECT", "conformityReason", "   "),
                        "« Motif » est obligatoire."),
                Arguments.of(
                        fields("conformityVerdict", "TO_CORRECT", "conformityReason", "é".repeat(4001)),
                        "« Motif » compte 4001 caractères ; le maximum est 4000."),
                Arguments.of(
                        fields("conformityVerdict", "TO_CORRECT", "conformityReason", "a\u0000b"),
                        "« Motif » contient un caractère qui ne s’écrit pas."),
                Arguments.of(
                        fields("conformityVerdict", "TO_CORRECT", "conformityReason", true),
                        "« Motif » attend un texte."),
                Arguments.of(
                        fields("conformityVerdict", "CONFORM", "priorityRank", "premier"),
                        "« Rang de priorité » n’a pas le format attendu."),
                Arguments.of(
                        fields("conformityVerdict", "CONFORM", "priorityRank", "0"),
                        "« Rang de priorité » n’a pas le format attendu."),
                Arguments.of(
                        fields("conformityVerdict", "CONFORM", "priorityRank", "1e9"),
                        "« Rang de priorité » n’a pas le format attendu."),
                Arguments.of(fields("conformityVerdict", "CONFORM"), "« Rang de priorité » est obligatoire."),
                Arguments.of(
                        fields("conformityVerdict", "CONFORM", "priorityRank", 7, "territory", "200093201"),
                        "Le formulaire n’a pas de champ « territory »."));
    }

    @ParameterizedTest
    @MethodSource("badConformity")
    void aBadAnswerIsRefusedWithTheSentenceOfItsFault(Map<String, Object> fields, String sentence) throws Exception {
        var dossier = given.ficheDeposited("F2", false);
        var before = dossiers.get(dossier);

        for (var door : List.of("submit-form", "complete")) {
            var answer = post(dossier, door, fields, "technicien");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer)).contains(sentence).doesNotContain("ENGINE-", "Exception", "Cannot");
        }
        assertThat(dossiers.get(dossier)).isEqualTo(before);
        assertThat(processes.waitingAt(dossier.value())).containsExactly(CONFORMITY);
    }

    @Test
    void everyFaultHasItsSentence() throws Exception {
        var dossier = given.judged();

        var answer = post(
                dossier,
                "submit-form",
                fields("decisionOutcome", "PEUT_ETRE", "deliberationNumber", "x".repeat(61), "inconnu", "1"),
                "gestionnaire");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer))
                .contains("« Décision de la commission permanente » n’a pas de choix « PEUT_ETRE ».")
                .contains("« Numéro de la délibération » compte 61 caractères ; le maximum est 60.")
                .contains("« Date de la délibération » est obligatoire.")
                .contains("Le formulaire n’a pas de champ « inconnu ».");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "NaN", "Infinity", "-0.01", "-1", "1,234", "1 23", "12.345", "0x10", "１２", "5000 $"})
    void anAmountThatIsNoAmountIsRefused(String typed) throws Exception {
        var dossier = given.onAgenda();

        var answer = post(
                dossier,
                "submit-form",
                fields("juryOutcome", "FAVORABLE", "grantedOperating", typed, "juryReason", "Utile."),
                "jure-interco");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).contains("« Montant proposé en fonctionnement (€) » n’a pas le format attendu.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 321,50", "4\u202f321,50", "4321.5", "4 321,50 €"})
    void anAmountArrivesAsTheOfficerSawIt(String typed) throws Exception {
        var dossier = given.onAgenda();

        var answer = post(
                dossier,
                "submit-form",
                fields("juryOutcome", "FAVORABLE_PARTIEL", "grantedOperating", typed, "juryReason", "En partie."),
                "jure-interco");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(dossiers.get(dossier).grantedOperating()).isEqualTo("4321.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "32/01/2026", "2026-13-01", "demain", "01/01/26", "25/12/2026T00:00"})
    void aDayThatDoesNotExistIsRefused(String typed) throws Exception {
        var dossier = given.judged();

        var answer = post(
                dossier,
                "submit-form",
                fields("decisionOutcome", "ATTRIBUE", "deliberationNumber", "1", "deliberationDate", typed),
                "gestionnaire");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(processes.waitingAt(dossier.value())).containsExactly("userTask_recordDecision");
    }

    @Test
    void aTypedNumberPassesWhereTheFormHasAText() throws Exception {
        var dossier = given.ficheDeposited("F2", false);
        var rank = String.valueOf(given.conformAnswer("F2").get("priorityRank"));

        var answer = post(
                dossier,
                "complete",
                fields("conformityVerdict", "CONFORM", "priorityRank", Integer.valueOf(rank)),
                "technicien");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @Test
    void whatAHiddenFieldCarriesIsNotTaken() {
        var dossier = given.ficheDeposited();

        given.answer(
                dossier,
                CONFORMITY,
                "technicien",
                fields("conformityVerdict", "CONFORM", "conformityReason", "MOTIF-CACHE", "priorityRank", "x"));

        assertThat(processes.waitingAt(dossier.value())).containsExactly("userTask_completeDossier");
        assertThat(dossiers.timeline(dossier)).noneMatch(line -> line.text().contains("MOTIF-CACHE"));
    }

    @Test
    void theProcessOnlyKeepsRoutingFacts() {
        var secret = "MOTIF-" + System.nanoTime();
        var dossier = given.ficheDeposited();

        given.answer(
                dossier,
                CONFORMITY,
                "technicien",
                fields("conformityVerdict", "CONFORM_WITH_RESERVES", "conformityReason", secret));

        for (var table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(sql.queryForList(
                            "select v.name_ from " + table + " v join act_hi_procinst p on p.id_ = v.proc_inst_id_"
                                    + " where p.business_key_ = ?",
                            String.class,
                            dossier.value()))
                    .isSubsetOf("territory", "sector", "measure", "conformityByRegion", "conformityVerdict");
            assertThat(count(table, "text_", secret) + count(table, "text2_", secret))
                    .isZero();
        }
        assertThat(count("act_hi_op_log", "new_value_", secret) + count("act_hi_op_log", "org_value_", secret))
                .isZero();
        assertThat(sql.queryForObject(
                        "select count(*) from act_ge_bytearray where position(?::bytea in bytes_) > 0",
                        Long.class,
                        secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isZero();
        assertThat(dossiers.timeline(dossier)).anyMatch(line -> line.text().contains(secret));
    }

    @Test
    void aSecondVisitDoesNotSeeTheFirstAnswer() throws Exception {
        var dossier = given.ficheDeposited();
        given.answer(
                dossier,
                CONFORMITY,
                "technicien",
                fields("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez."));
        dossiers.depositFiche(dossier, given.holder());

        var shown = JSON.readTree(read(dossier, "form-variables", "technicien").body());
        assertThat(shown.has("conformityVerdict")).isFalse();
        assertThat(shown.has("conformityReason")).isFalse();
        assertThat(message(post(dossier, "complete", fields(), "technicien"))).contains("est obligatoire.");
    }

    @Test
    void theFormIsPrefilledFromTheDossierThroughBothDoors() throws Exception {
        var dossier = given.ficheDeposited("F2", false);

        var rest = JSON.readTree(read(dossier, "form-variables", "technicien").body());
        assertThat(rest.at("/dossierNumber/value").asText()).isEqualTo(dossier.value());
        assertThat(rest.at("/priorityRankRequired/value").asBoolean()).isTrue();
        assertThat(rest.at("/priorityRankRequired/type").asText()).isEqualTo("Boolean");

        browser.signIn("technicien");
        var tasklist = browser.get("/camunda/api/engine/engine/default/task/" + task(dossier)
                + "/form-variables?deserializeValues=false&variableNames=dossierNumber");
        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(tasklist.body()).fieldNames()).toIterable().containsExactly("dossierNumber");
    }

    @Test
    void whatAPorteurWroteIsShownAsWrittenAndNeverAsALink() throws Exception {
        var fiche = given.fiche("F1", false);
        var dossier = given.opened();
        var title = "[Cliquez](http://exemple.invalid) <b>ici</b>";
        dossiers.saveFiche(dossier, TestDossiers.titled(fiche, title), given.holder(), null);
        dossiers.depositFiche(dossier, given.holder());

        var shown = JSON.readTree(read(dossier, "form-variables", "technicien").body());
        assertThat(shown.at("/projectTitle/value").asText())
                .isEqualTo("\\[Cliquez\\](http://exemple.invalid) \\<b\\>ici\\</b\\>");
    }

    @Test
    void theFormIsShownOnlyToThoseWhoMaySeeTheTask() {
        var dossier = given.ficheDeposited();

        assertThat(read(dossier, "form-variables", "technicien2").statusCode()).isEqualTo(403);
        assertThat(read(dossier, "form-variables", "jure-region").statusCode()).isEqualTo(403);
        assertThat(post(dossier, "submit-form", fields("conformityVerdict", "CONFORM"), "technicien2")
                        .statusCode())
                .isEqualTo(403);
        assertThat(processes.waitingAt(dossier.value())).containsExactly(CONFORMITY);
    }

    @Test
    void tasklistAnswersThroughItsOwnDoor() throws Exception {
        var dossier = given.ficheDeposited();
        browser.signIn("technicien");
        browser.get("/camunda/app/tasklist/default/");
        var url = "/camunda/api/engine/engine/default/task/" + task(dossier) + "/submit-form";
        var token = new String[] {"X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN")};

        var bad = browser.json("POST", url, body(fields("conformityVerdict", "NON")), token);
        assertThat(bad.statusCode()).as(bad.body()).isEqualTo(400);
        assertThat(message(bad)).isEqualTo("« La fiche répond-elle aux attentes locales ? » n’a pas de choix « NON ».");

        var good = browser.json("POST", url, body(fields("conformityVerdict", "CONFORM")), token);
        assertThat(good.statusCode()).isEqualTo(204);
    }

    @Test
    void aTaskThatIsOverSaysSo() throws Exception {
        var dossier = given.ficheDeposited();
        var task = task(dossier);
        given.answer(dossier, CONFORMITY, "technicien", Map.of("conformityVerdict", "CONFORM"));

        var answer = browser.json(
                "POST",
                "/engine-rest/task/" + task + "/submit-form",
                body(fields("conformityVerdict", "CONFORM")),
                TestBrowser.basic("technicien"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(message(answer)).startsWith("Cette tâche n’existe plus");
    }

    @Test
    void aStepOfTheHolderIsNotDoneFromTheTaskList() {
        var dossier = given.opened();
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier.value())
                .singleResult();

        assertThatThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(Forbidden.class);
        assertThat(post(dossier, "complete", fields(), "gestionnaire").statusCode())
                .isEqualTo(403);
        assertThat(processes.waitingAt(dossier.value())).containsExactly("userTask_depositFiche");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmnError", "bpmnEscalation"})
    void aStepIsNotLeftByAnError(String way) {
        var dossier = given.ficheDeposited();
        var code = way.equals("bpmnError") ? "errorCode" : "escalationCode";

        var answer = browser.json(
                "POST",
                "/engine-rest/task/" + task(dossier) + "/" + way,
                "{\"" + code + "\": \"x\"}",
                TestBrowser.basic("technicien"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(processes.waitingAt(dossier.value())).containsExactly(CONFORMITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\": \"eA==\", \"type\": \"Bytes\"}",
                "{\"value\": \"eA==\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"x.txt\"}}",
                "{\"value\": \"2026-01-01T00:00:00.000+0000\", \"type\": \"Date\"}",
                "{\"value\": \"{}\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.util.HashMap\","
                        + " \"serializationDataFormat\": \"application/json\"}}",
                "{\"value\": \"[[[\", \"type\": \"Json\"}",
                "{\"value\": {\"a\": 1}}"
            })
    void aValueThatNoFormSendsIsRefused(String value) throws Exception {
        var dossier = given.ficheDeposited();

        var answer = browser.json(
                "POST",
                "/engine-rest/task/" + task(dossier) + "/submit-form",
                "{\"variables\": {\"conformityVerdict\": " + value + "}}",
                TestBrowser.basic("technicien"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(processes.waitingAt(dossier.value())).containsExactly(CONFORMITY);
    }

    @Test
    void aJavaCallerGetsTheFaultsThemselves() {
        var dossier = given.ficheDeposited("F2", false);
        identities.setAuthenticatedUserId("gestionnaire");
        try {
            assertThatThrownBy(() -> processes.answer(
                            dossier.value(), CONFORMITY, "technicien", fields("conformityVerdict", "CONFORM")))
                    .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                    .extracting(Rejected::faults, InstanceOfAssertFactories.list(Fault.class))
                    .singleElement()
                    .returns("priorityRank", Fault::field)
                    .returns("REQUIRED", Fault::rule);
            assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("gestionnaire");
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void textsMayHoldWhateverPeopleWrite() throws Exception {
        var dossier = given.ficheDeposited();
        var text = "<script>alert(1)</script> « été » 👩‍🌾 {{dossierLink}} ${x} [a](javascript:b)";

        var answer = post(
                dossier,
                "submit-form",
                fields("conformityVerdict", "TO_CORRECT", "conformityReason", text),
                "technicien");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(dossiers.timeline(dossier)).anyMatch(line -> line.text().contains(text));
    }

    private HttpResponse<String> post(DossierNumber dossier, String door, Map<String, Object> fields, String who) {
        return browser.json(
                "POST", "/engine-rest/task/" + task(dossier) + "/" + door, body(fields), TestBrowser.basic(who));
    }

    private HttpResponse<String> read(DossierNumber dossier, String what, String who) {
        return browser.get("/engine-rest/task/" + task(dossier) + "/" + what, TestBrowser.basic(who));
    }

    private String task(DossierNumber dossier) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier.value())
                .singleResult()
                .getId();
    }

    private long count(String table, String column, String text) {
        var found = sql.queryForObject(
                "select count(*) from " + table + " where " + column + " like ?", Long.class, "%" + text + "%");
        return found == null ? 0 : found;
    }

    /** As Tasklist sends them: a value of its JSON type, in {@code variables}. */
    private static String body(Map<String, Object> fields) {
        return JSON.valueToTree(Map.of(
                        "variables",
                        fields.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, f -> value(f.getValue())))))
                .toString();
    }

    private static Map<String, @Nullable Object> value(@Nullable Object value) {
        var typed = new LinkedHashMap<String, @Nullable Object>();
        typed.put("value", value);
        return typed;
    }

    private static String message(HttpResponse<String> answer) throws Exception {
        JsonNode body = JSON.readTree(answer.body());
        return body.path("message").asText();
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... keysAndValues) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return fields;
    }
}
