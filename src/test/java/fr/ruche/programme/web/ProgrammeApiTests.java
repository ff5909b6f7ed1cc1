package fr.ruche.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The addresses of the calls through the real server and its doors. */
@IntegrationTest
class ProgrammeApiTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ELIGIBILITY = "/api/v1/programmes/DSDT-2015/eligibility";
    private static final String PARAMETERS = "/api/v1/programmes/DSDT-2026/parameters";

    @Autowired
    TestRestTemplate http;

    private ResponseEntity<String> send(HttpMethod method, String address, String user, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        var door = user.isEmpty() ? http : http.withBasicAuth(user, TestAccounts.PASSWORD);
        return door.exchange(address, method, new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> get(String address, String user) {
        var door = user.isEmpty() ? http : http.withBasicAuth(user, TestAccounts.PASSWORD);
        return door.getForEntity(address, String.class);
    }

    private static JsonNode json(ResponseEntity<String> answer) {
        try {
            return JSON.readTree(answer.getBody());
        } catch (IOException broken) {
            throw new AssertionError(answer.getBody(), broken);
        }
    }

    private static ObjectNode project() {
        var project = JSON.createObjectNode().put("measure", "F2").put("scale", "COMMUNALE");
        project.putObject("holder").put("kind", "ASSOCIATION");
        return project.put("territorialJury", true)
                .put("activityProgramme", false)
                .put("priorContact", true);
    }

    private static void refused(ResponseEntity<String> answer, String... fields) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json(answer).path("errors").findValuesAsText("field")).containsExactly(fields);
    }

    @Test
    void everybodySeesTheCallsWithTheirDatesAndMeasures() {
        var calls = json(get("/api/v1/programmes", ""));

        assertThat(calls.findValuesAsText("code")).contains("DSDT-2015", "DSDT-2026");
        var call = json(get("/api/v1/programmes/DSDT-2015", ""));
        assertThat(call.path("acceptsFiches").asBoolean()).isFalse();
        assertThat(call.path("dossierLimit").asText()).isEqualTo("2015-01-23T23:00:00Z");
        assertThat(call.path("calendar").path("ficheDeadline").asText()).isEqualTo("2014-12-01");
        assertThat(call.path("measures")).hasSize(4);
        assertThat(call.path("measures").get(3).path("investmentCap").decimalValue())
                .isEqualByComparingTo("150000.00");
        assertThat(get("/api/v1/programmes/DSDT-1999", "").getStatusCode().value())
                .isEqualTo(404);
        assertThat(send(
                                HttpMethod.POST,
                                "/api/v1/programmes/X/eligibility",
                                "",
                                project().toString())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void aProjectOfWhichLittleIsKnownIsAnswered() {
        var answer = json(send(HttpMethod.POST, ELIGIBILITY, "", project().toString()));

        assertThat(answer.path("verdict").asText()).isEqualTo("RECEVABLE");
        assertThat(answer.path("route").asText()).isEqualTo("JURY_TERRITORIAL");
        assertThat(answer.path("failures")).isEmpty();
        assertThat(answer.path("localCofinancingRate").isNull()).isTrue();
        assertThat(answer.path("conventionRequired").isBoolean()).isTrue();
    }

    @Test
    void everyMissingFieldIsNamed() {
        refused(
                send(HttpMethod.POST, ELIGIBILITY, "", "{}"),
                "measure",
                "scale",
                "holder.kind",
                "territorialJury",
                "activityProgramme",
                "priorContact");
    }

    @ParameterizedTest
    @CsvSource({
        "measure, \"F9\", measure",
        "scale, \"MONDIALE\", scale",
        "totalCost, -0.01, totalCost",
        "totalCost, 1e400, totalCost",
        "totalCost, 1e9, totalCost",
        "totalCost, 10.001, totalCost",
        "totalCost, \"10.00\", totalCost",
        "requestedOperating, true, requestedOperating",
        "territorialJury, \"oui\", territorialJury",
        "ficheReceivedAt, \"2014-02-30T10:00:00+01:00\", ficheReceivedAt",
        "ficheReceivedAt, \"27/11/2014\", ficheReceivedAt",
        "postmark, \"2015-02-29\", postmark",
        "conformity, \"MAYBE\", conformity",
        "gupThemes, [null], gupThemes[0]",
        "commune, \"Lens\", commune",
        "epci, \"246 200 364\", epci",
        "surprise, 1, surprise"
    })
    void aWrongValueIsRefusedByItsField(String field, String value, String named) throws IOException {
        var body = project().toString().replaceFirst("}$", ",\"" + field + "\":" + value + "}");
        if (field.equals("measure") || field.equals("scale") || field.equals("territorialJury")) {
            var project = project();
            project.set(field, JSON.readTree(value));
            body = project.toString();
        }
        refused(send(HttpMethod.POST, ELIGIBILITY, "", body), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "[]", "{\"totalCost\": NaN}", "{\"measure\":\"F1\"} trailing", "null"})
    void whatIsNoObjectIsRefused(String body) {
        assertThat(send(HttpMethod.POST, ELIGIBILITY, "", body).getStatusCode().value())
                .isEqualTo(400);
    }

    @Test
    void aHolderWithAWrongSiretIsTold() {
        var project = project();
        project.putObject("holder").put("kind", "ASSOCIATION").put("siret", "12345678901234");

        refused(send(HttpMethod.POST, ELIGIBILITY, "", project.toString()), "holder.siret");
    }

    @Test
    void themesAreTakenAsTextsAndAsNumbers() {
        for (var themes : List.of("[3]", "[\"3\"]")) {
            var body = project()
                    .put("measure", "F4")
                    .put("priorityNeighbourhood", true)
                    .toString()
                    .replaceFirst("}$", ",\"gupThemes\":" + themes + "}");

            assertThat(json(send(HttpMethod.POST, ELIGIBILITY, "", body))
                            .path("verdict")
                            .asText())
                    .isEqualTo("RECEVABLE");
        }
    }

    @Test
    void onlyAManagerSeesAndChangesTheParameters() {
        assertThat(get(PARAMETERS, "porteur").getStatusCode().value()).isEqualTo(403);
        assertThat(get(PARAMETERS, "instructeur").getStatusCode().value()).isEqualTo(403);
        assertThat(send(HttpMethod.PUT, PARAMETERS, "", "{}").getStatusCode().value())
                .isEqualTo(401);
        assertThat(send(HttpMethod.PUT, PARAMETERS, "porteur", "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void aManagerMakesANewVersionWithItsReason() {
        var read = json(get(PARAMETERS, "gestionnaire"));
        var change = (ObjectNode) JSON.createObjectNode().set("version", read.path("version"));
        change.put("reason", "Précision du résumé.");
        var parameters = (ObjectNode) read.path("parameters").deepCopy();
        parameters.put("summary", "Un résumé plus précis 🎉 <b>");
        change.set("parameters", parameters);

        var changed = json(send(HttpMethod.PUT, PARAMETERS, "gestionnaire", change.toString()));

        assertThat(changed.path("version").asInt())
                .isEqualTo(read.path("version").asInt() + 1);
        assertThat(changed.path("parameters")).isEqualTo(parameters);
        assertThat(changed.path("history").get(0).path("author").asText()).isEqualTo("gestionnaire");
        assertThat(send(HttpMethod.PUT, PARAMETERS, "gestionnaire", change.toString())
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
    }

    @Test
    void parametersThatContradictEachOtherAreRefused() {
        var read = json(get(PARAMETERS, "gestionnaire"));
        var change = (ObjectNode) JSON.createObjectNode().set("version", read.path("version"));
        var parameters = (ObjectNode) read.path("parameters").deepCopy();
        ((ObjectNode) parameters.path("calendar")).put("dossierDeadline", "2020-01-01");
        ((ObjectNode) parameters.path("grid").get(0).path("weights")).put("F1", 16);
        change.set("parameters", parameters);

        refused(
                send(HttpMethod.PUT, PARAMETERS, "gestionnaire", change.toString()),
                "calendar.dossierDeadline",
                "grid",
                "reason");
        ((ObjectNode) parameters.path("calendar")).remove("opening");
        refused(
                send(
                        HttpMethod.PUT,
                        PARAMETERS,
                        "gestionnaire",
                        change.put("reason", "Essai.").toString()),
                "calendar.opening");
        refused(send(HttpMethod.PUT, PARAMETERS, "gestionnaire", "{}"), "version", "parameters");
    }
}
