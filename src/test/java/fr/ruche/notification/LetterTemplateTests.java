package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager changes the texts of the letters; every test puts them back. */
@IntegrationTest
class LetterTemplateTests {

    private static final String PATH = "/letters/FICHE_RECEIVED";
    private static final String OWN = "Bonjour,\n\nTexte à nous : {title}, reçu le {receivedAt}.";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers known;

    @Autowired
    Notifications notifications;

    @Autowired
    LetterTemplates templates;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void putBack() {
        for (var letter : Letter.values()) {
            var now = templates.current(null, letter);
            if (!now.shipped()) {
                templates.reset(null, letter, now.version(), known.manager());
            }
        }
    }

    @Test
    void whatIsWrittenAfterAChangeHasTheNewTextAndWhatWasWrittenKeepsItsOwn() throws Exception {
        var before = known.ficheDeposited();
        var written = notifications.of(before).get(0);
        var changed = manager().put(PATH, text(version(), "Reçu : {number}", OWN));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("shipped").asBoolean()).isFalse();
        assertThat(changed.json().path("changedBy").asText()).isEqualTo("gestionnaire");

        var after = known.ficheDeposited();
        assertThat(notifications.of(after).get(0)).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Reçu : " + after);
            assertThat(letter.body()).startsWith("Bonjour,\n\nTexte à nous : Ateliers de quartier (fictif), reçu le ");
        });
        assertThat(notifications.of(before).get(0)).isEqualTo(written);
    }

    @Test
    void theShippedTextComesBackAndTheHistoryKeepsBoth() throws Exception {
        manager().put(PATH, text(version(), "Reçu : {number}", OWN));
        var reset = manager().post(PATH + "/reset", json.writeValueAsString(Map.of("version", version())));
        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(reset.json().path("shipped").asBoolean()).isTrue();

        var history = manager().get(PATH).json();
        assertThat(history.get(0).path("body").asText())
                .isEqualTo(history.get(history.size() - 1).path("body").asText());
        assertThat(history.get(1).path("body").asText()).isEqualTo(OWN);
        assertThat(history.get(history.size() - 1).path("version").asInt()).isZero();
    }

    @Test
    void theSecondOfTwoManagersIsToldAndNothingIsLost() throws Exception {
        var seen = version();
        assertThat(manager().put(PATH, text(seen, "Un {number}", OWN)).status()).isEqualTo(200);
        var second = manager().put(PATH, text(seen, "Deux {number}", OWN));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("entre-temps");
        assertThat(templates.current(null, Letter.FICHE_RECEIVED).subject()).isEqualTo("Un {number}");
    }

    @Test
    void ofManyWhoSaveAtOnceOneSucceeds() {
        var seen = version();
        var answers = java.util.stream.IntStream.range(0, 6)
                .mapToObj(who -> CompletableFuture.supplyAsync(
                        () -> manager().put(PATH, text(seen, "N° " + who, OWN)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(5);
        assertThat(version()).isEqualTo(seen + 1);
    }

    @Test
    void aWrongTextIsRefusedFieldByField() {
        var answer = manager().put(PATH, text(version(), " ", "Bonjour {prenom}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsExactlyInAnyOrder("subject:REQUIRED", "body:NAME", "body:MANDATORY");
        assertThat(answer.text()).contains("{prenom}", "{receivedAt}");
        assertThat(manager().put(PATH, "{\"subject\": \"a\", \"body\": \"b\"}").faults())
                .containsExactly("version:REQUIRED");
        assertThat(manager().put("/letters/NONE", text(0, "a", "b")).status()).isIn(400, 404);
    }

    @Test
    void onlyAManagerChangesATextAndAnOfficerDoesNotEvenReadThem() {
        for (var other : List.of("porteur", "technicien", "instructeur", "jure-region", "modeleur")) {
            var client = ApiClient.as(other, port);
            assertThat(client.get("/letters").status()).as(other).isEqualTo(403);
            assertThat(client.get(PATH).status()).as(other).isEqualTo(403);
            assertThat(client.put(PATH, text(version(), "x", OWN)).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(client.post(
                                    PATH + "/preview",
                                    preview(known.ficheDeposited().value()))
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(ApiClient.as("admin", port).get("/letters").status()).isEqualTo(200);
        assertThat(ApiClient.as("admin", port)
                        .put(PATH, text(version(), "x", OWN))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPreviewShowsARealDossierAndLeavesNoTrace() throws Exception {
        var number = known.ficheDeposited();
        var letters = notifications.of(number);
        var decision = new HashMap<String, Object>(Map.of("dossier", " " + number + " "));
        decision.put("subject", "Décision {number}");
        decision.put("body", "{holder}, {total}, {decidedOn}, {deliberation}, {reason}\n\n{remedies}");
        var preview = manager().post("/letters/GRANTED/preview", json.writeValueAsString(decision));

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.json().path("subject").asText()).isEqualTo("Décision " + number);
        assertThat(preview.json().path("body").asText())
                .contains("Les Voisins de l’Alma (fictif)", "[montant total]", "tribunal administratif");
        assertThat(notifications.of(number)).isEqualTo(letters);

        var paper = manager().post("/letters/GRANTED/preview/pdf", json.writeValueAsString(decision));
        assertThat(paper.status()).isEqualTo(200);
        try (var file = Loader.loadPDF(paper.bytes())) {
            assertThat(new PDFTextStripper().getText(file)).contains("[montant total]", number.value());
        }
    }

    @Test
    void aPreviewOfADraftOrOfNoDossierIsRefused() {
        for (var dossier : List.of(known.opened().value(), "DSDT-2026-999999", "n’importe quoi", "")) {
            var answer = manager().post(PATH + "/preview", preview(dossier));
            assertThat(answer.status()).as(dossier).isEqualTo(400);
            assertThat(answer.faults()).hasSize(1).first().asString().startsWith("dossier:");
        }
    }

    private String preview(String dossier) {
        return written(Map.of("dossier", dossier, "subject", "Objet", "body", OWN));
    }

    private String text(int version, String subject, String body) {
        return written(Map.of("version", version, "subject", subject, "body", body));
    }

    private String written(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ApiClient manager() {
        return ApiClient.as("gestionnaire", port);
    }

    private int version() {
        return templates.current(null, Letter.FICHE_RECEIVED).version();
    }
}
