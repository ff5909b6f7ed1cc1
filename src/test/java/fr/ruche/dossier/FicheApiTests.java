package fr.ruche.dossier;

import static fr.ruche.dossier.DossierExamples.CLOSED_CALL;
import static fr.ruche.dossier.DossierExamples.OPEN_CALL;
import static fr.ruche.dossier.DossierExamples.fiche;
import static fr.ruche.dossier.DossierExamples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.ApiClient;
import fr.ruche.ApiClient.Answer;
import fr.ruche.IntegrationTest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class FicheApiTests {

    @LocalServerPort
    int port;

    ApiClient holder;

    @BeforeEach
    void signIn() {
        holder = ApiClient.as("porteur", port);
    }

    private Answer open(String call, ObjectNode fiche) {
        var body = JsonNodeFactory.instance.objectNode().put("call", call);
        return holder.post("/dossiers", body.set("fiche", fiche).toString());
    }

    private String opened() {
        var answer = open(OPEN_CALL, json(fiche()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asText();
    }

    @Test
    void anEmptyDraftIsOpenedAndWaitsForItsHolder() {
        var answer = open(OPEN_CALL, JsonNodeFactory.instance.objectNode());

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var dossier = answer.json();
        assertThat(dossier.path("number").asText()).matches("DSDT-2026-\\d{4,}");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/dossiers/" + dossier.path("number").asText());
        assertThat(dossier.path("status").asText()).isEqualTo("BROUILLON");
        assertThat(dossier.path("stage").path("step").asText()).isEqualTo("userTask_depositFiche");
        assertThat(dossier.path("stage").path("clock").asText()).isEqualTo("PORTEUR");
    }

    @Test
    void aDepositIsAcknowledgedAtOnceAndPassesTheClockToTheIntercommunality() {
        var number = opened();

        var answer = holder.post("/dossiers/" + number + "/fiche/deposit");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var dossier = answer.json();
        assertThat(dossier.path("status").asText()).isEqualTo("EN_COURS");
        assertThat(dossier.path("ficheReceivedAt").asText()).isNotEmpty();
        assertThat(dossier.path("stage").path("step").asText()).isEqualTo("userTask_checkConformity");
        assertThat(dossier.path("stage").path("clock").asText()).isEqualTo("INTERCOMMUNALITE");
        assertThat(dossier.path("stage").path("dueAt").asText()).isNotEmpty();
        assertThat(dossier.path("territory").asText()).isEqualTo("246200364");
        assertThat(dossier.path("rules").path("verdict").asText()).isEqualTo("EN_ATTENTE_CONFORMITE");
        assertThat(dossier.path("deposits")).hasSize(1);
        assertThat(dossier.path("deposits").get(0).path("receivedAt")).isEqualTo(dossier.path("ficheReceivedAt"));
        assertThat(dossier.path("timeline").findValuesAsText("kind"))
                .containsSubsequence("OPENED", "FICHE_DEPOSITED", "FICHE_ACKNOWLEDGED");
        assertThat(dossier.path("steps").get(0).path("completed").asBoolean()).isTrue();
        assertThat(dossier.path("steps").get(0).path("leftBy").asText()).isEqualTo("porteur");
    }

    @Test
    void theSecondOfTwoDepositsIsAConflict() {
        var number = opened();

        assertThat(holder.post("/dossiers/" + number + "/fiche/deposit").status())
                .isEqualTo(200);
        assertThat(holder.post("/dossiers/" + number + "/fiche/deposit").status())
                .isEqualTo(409);
    }

    @Test
    void ofManyDepositsAtOnceExactlyOneIsKept() throws Exception {
        var number = opened();
        Callable<Integer> deposit =
                () -> holder.post("/dossiers/" + number + "/fiche/deposit").status();
        var pool = Executors.newFixedThreadPool(6);
        try {
            var answers =
                    pool.invokeAll(IntStream.range(0, 6).mapToObj(i -> deposit).toList());
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(s -> s != 200)
                    .hasSize(5)
                    .containsOnly(409);
        } finally {
            pool.shutdown();
        }
        var dossier = holder.get("/dossiers/" + number).json();
        assertThat(dossier.path("deposits")).hasSize(1);
        assertThat(dossier.path("steps")).hasSize(2);
    }

    @Test
    void everyMissingFieldOfADepositIsNamed() {
        var number = open(OPEN_CALL, JsonNodeFactory.instance.objectNode())
                .json()
                .path("number")
                .asText();

        var answer = holder.post("/dossiers/" + number + "/fiche/deposit");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.faults())
                .contains(
                        "measure:REQUIRED",
                        "scale:REQUIRED",
                        "title:REQUIRED",
                        "summary:REQUIRED",
                        "commune:REQUIRED",
                        "holder.kind:REQUIRED",
                        "holder.name:REQUIRED",
                        "holder.siret:REQUIRED",
                        "priorContact.date:ELIG-13",
                        "priorContact.persons:ELIG-13",
                        "estimatedRequest:REQUIRED",
                        "startsOn:REQUIRED");
        assertThat(holder.get("/dossiers/" + number).json().path("deposits")).isEmpty();
    }

    @Test
    void aClosedCallTakesNoFicheAnyMore() {
        var answer = open(CLOSED_CALL, json(fiche()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactly("fiche:ELIG-01");
        assertThat(answer.json().path("detail").asText()).contains("01/12/2014");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/estimatedCost | 1e9 | estimatedCost:AMOUNT",
                "/estimatedCost | -0.01 | estimatedCost:B4",
                "/estimatedCost | 0.001 | estimatedCost:AMOUNT",
                "/estimatedCost | \"NaN\" | estimatedCost:AMOUNT",
                "/estimatedCost | \"1 234,56\" | estimatedCost:AMOUNT",
                "/estimatedRequest | 99999999999 | estimatedRequest:AMOUNT",
                "/startsOn | \"2027-02-29\" | startsOn:DATE",
                "/startsOn | \"31/12/2026\" | startsOn:DATE",
                "/endsOn | \"2027-01-01\" | endsOn:DATE",
                "/endsOn | \"9999-12-31\" | endsOn:DATE",
                "/priorContact/date | \"2098-01-01\" | priorContact.date:ELIG-13",
                "/measure | \"F9\" | measure:CHOICE",
                "/themes | [\"42\"] | themes:CHOICE",
                "/scale | \"GALACTIQUE\" | scale:CHOICE",
                "/commune | \"99999\" | commune:COMMUNE",
                "/commune | \"' or 1=1\" | commune:COMMUNE",
                "/holder/kind | \"PARTICULIER\" | holder.kind:CHOICE",
                "/holder/siret | \"99900001100019\" | holder.siret:SIRET",
                "/holder/siret | \"123\" | holder.siret:SIRET",
                "/holder/rna | \"X1\" | holder.rna:RNA",
                "/holder/contactEmail | \"pas une adresse\" | holder.contactEmail:EMAIL",
                "/holder/contactPhone | \"appelez-moi\" | holder.contactPhone:PHONE",
                "/title | 5 | title:TYPE",
                "/title | \"a\\u0000b\" | title:CHARACTERS",
                "/title | \"a\\u202eb\" | title:CHARACTERS",
                "/title | \"a\\ud800b\" | title:CHARACTERS",
                "/activityProgramme | \"oui\" | activityProgramme:TYPE",
                "/themes | \"1\" | themes:TYPE",
                "/unknown | 1 | unknown:UNKNOWN_FIELD",
            })
    void aMalformedDraftIsRefusedWithItsField(String pointer, String value, String fault) throws Exception {
        var number = opened();
        var text = spoilt(pointer, value);

        var answer = holder.put("/dossiers/" + number + "/fiche", text);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.faults()).contains(fault);
        assertThat(holder.get("/dossiers/" + number).json().path("fiche")).isEqualTo(json(fiche()));
    }

    /** Writes the value as it stands: a tree would turn 1e9 into another number. */
    private static String spoilt(String pointer, String value) {
        var fiche = json(fiche());
        var parent = pointer.lastIndexOf('/');
        var node = (ObjectNode) fiche.at(pointer.substring(0, parent));
        node.put(pointer.substring(parent + 1), "@here@");
        return fiche.toString().replace("\"@here@\"", value);
    }

    @Test
    void longNamesEmojiAndHtmlAreOnlyText() {
        var number = opened();
        var title = "<script>alert('x')</script> 🎉 & " + "é".repeat(200);
        var written = json(fiche()).put("title", title);
        ((ObjectNode) written.path("holder")).put("name", "Association " + "x".repeat(200) + " 👩‍👩‍👧");

        var answer = holder.put("/dossiers/" + number + "/fiche", written.toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var read = holder.get("/dossiers/" + number).json().path("fiche");
        assertThat(read.path("title").asText()).isEqualTo(title);
        assertThat(read.path("holder").path("name").asText()).endsWith("👩‍👩‍👧");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        var answer = holder.put(
                "/dossiers/" + opened() + "/fiche",
                json(fiche()).put("title", "é".repeat(301)).toString());

        assertThat(answer.faults()).containsExactly("title:LENGTH");
    }

    @Test
    void aStalePageIsRefusedAndTheFreshOneIsKept() {
        var number = opened();
        var seen =
                holder.get("/dossiers/" + number).headers().firstValue("ETag").orElseThrow();
        var first = json(fiche()).put("title", "Premier").toString();
        var second = json(fiche()).put("title", "Second").toString();

        assertThat(holder.put("/dossiers/" + number + "/fiche", first, "If-Match", seen)
                        .status())
                .isEqualTo(200);
        assertThat(holder.put("/dossiers/" + number + "/fiche", second, "If-Match", seen)
                        .status())
                .isEqualTo(409);
        assertThat(holder.put("/dossiers/" + number + "/fiche", second, "If-Match", "n’importe quoi".replace("’", ""))
                        .status())
                .isEqualTo(400);
        assertThat(holder.get("/dossiers/" + number)
                        .json()
                        .path("fiche")
                        .path("title")
                        .asText())
                .isEqualTo("Premier");
    }

    @Test
    void somebodyElsesDossierDoesNotExist() {
        var number = opened();
        var other = ApiClient.as("porteur2", port);

        assertThat(other.get("/dossiers/" + number).status()).isEqualTo(404);
        assertThat(other.put("/dossiers/" + number + "/fiche", json(fiche()).toString())
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/dossiers/" + number + "/fiche/deposit").status())
                .isEqualTo(404);
        assertThat(other.post("/dossiers/" + number + "/abandon", "{\"motive\":\"Non.\"}")
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/dossiers/" + number + "/documents").status()).isEqualTo(404);
    }

    @Test
    void onlyAHolderOpensADossierAndOnlyForACallThatExists() {
        var body = "{\"call\":\"%s\",\"fiche\":{}}";

        assertThat(ApiClient.as("gestionnaire", port)
                        .post("/dossiers", body.formatted(OPEN_CALL))
                        .status())
                .isEqualTo(403);
        assertThat(holder.post("/dossiers", body.formatted("DSDT-1999")).status())
                .isEqualTo(404);
        assertThat(holder.post("/dossiers", "{}").faults()).containsExactly("call:REQUIRED");
        assertThat(holder.post("/dossiers", "{\"call\":\"DSDT-2026\",\"fiche\":{\"title\":\"\\u0007\"}}")
                        .faults())
                .containsExactly("fiche.title:CHARACTERS");
    }

    @Test
    void theHolderGivesUpWithAMotiveAndOnlyOnce() {
        var number = opened();

        assertThat(holder.post("/dossiers/" + number + "/abandon", "{}").faults())
                .containsExactly("motive:REQUIRED");
        var answer = holder.post("/dossiers/" + number + "/abandon", "{\"motive\":\"Plus de partenaire.\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("ABANDONNE");
        assertThat(answer.json().path("stage").isNull()).isTrue();
        assertThat(answer.json().path("steps").get(0).path("completed").asBoolean())
                .isFalse();
        assertThat(answer.text()).contains("Plus de partenaire.");
        assertThat(holder.post("/dossiers/" + number + "/abandon", "{\"motive\":\"Encore.\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aManagerWithdrawsAndNobodyElse() {
        var number = opened();
        holder.post("/dossiers/" + number + "/fiche/deposit");
        var motive = "{\"motive\":\"Double dépôt.\"}";

        assertThat(holder.post("/dossiers/" + number + "/withdrawal", motive).status())
                .isEqualTo(403);
        var answer = ApiClient.as("gestionnaire", port).post("/dossiers/" + number + "/withdrawal", motive);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("RETIRE");
    }
}
