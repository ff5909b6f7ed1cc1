package fr.ruche.dossier;

import static fr.ruche.dossier.DossierExamples.OPEN_CALL;
import static fr.ruche.dossier.DossierExamples.budget;
import static fr.ruche.dossier.DossierExamples.fiche;
import static fr.ruche.dossier.DossierExamples.full;
import static fr.ruche.dossier.DossierExamples.json;
import static fr.ruche.dossier.DossierExamples.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.identity.Actors;
import fr.ruche.workflow.Processes;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class FullDossierApiTests {

    private static final byte[] PDF = fr.ruche.document.PdfExamples.plain();

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processes processes;

    @Autowired
    Actors actors;

    @Autowired
    JdbcTemplate sql;

    ApiClient holder;
    DossierNumber number;

    /** A dossier whose fiche is conform: the porteur writes the full dossier. */
    @BeforeEach
    void conform() {
        holder = ApiClient.as("porteur", port);
        var porteur = actors.find("porteur").orElseThrow();
        number = dossiers.open(OPEN_CALL, porteur, fiche());
        dossiers.depositFiche(number, porteur);
        answer("userTask_checkConformity", "technicien", Map.of("conformityVerdict", "CONFORM"));
    }

    private void answer(String step, String officer, Map<String, Object> fields) {
        processes.answer(number.value(), step, officer, fields);
    }

    private String path(String rest) {
        return "/dossiers/" + number + rest;
    }

    private static String body(FullDossier full) {
        return json(full).toString();
    }

    @Test
    void aFullDossierIsWrittenCheckedAndDeposited() {
        assertThat(holder.put(path("/full"), body(full())).status()).isEqualTo(200);
        holder.get(path(""))
                .json()
                .path("requiredDocuments")
                .forEach(paper -> assertThat(holder.upload(
                                        path("/documents"), paper.path("kind").asText(), "pièce.pdf", PDF)
                                .status())
                        .isEqualTo(201));

        var check = holder.post(path("/full/check"), body(full()));
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.json().path("verdict").asText()).as(check.text()).isEqualTo("RECEVABLE");

        var answer = holder.post(path("/full/deposit"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var dossier = answer.json();
        assertThat(dossier.path("stage").path("step").asText()).isEqualTo("userTask_checkCompleteness");
        assertThat(dossier.path("stage").path("clock").asText()).isEqualTo("REGION");
        assertThat(dossier.path("rules").path("verdict").asText()).isEqualTo("RECEVABLE");
        assertThat(answer.text()).contains("\"requestedOperating\":2000.00").contains("\"totalCost\":10000.00");
        assertThat(dossier.path("deposits")).hasSize(2);
        assertThat(dossiers.evaluations(number))
                .extracting(Evaluation::moment)
                .containsExactly(Dossiers.Moment.FICHE_DEPOSIT, Dossiers.Moment.FULL_DEPOSIT);
        assertThat(holder.post(path("/full/deposit")).status()).isEqualTo(409);
        assertThat(holder.put(path("/full"), body(full())).status()).isEqualTo(409);
    }

    @Test
    void whatWasDepositedCanBeProvedAndNotChanged() {
        var evidence = sql.queryForMap("select content, sha256 from dossier_deposit where dossier = ?", number.value());

        assertThat(sql.queryForObject(
                        "select encode(sha256(convert_to(?, 'UTF8')), 'hex')", String.class, evidence.get("content")))
                .isEqualTo(evidence.get("sha256"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        sql.update("update dossier_deposit set received_at = now() where dossier = ?", number.value()))
                .hasMessageContaining("evidence");
    }

    @Test
    void theLiveCheckNamesTheRuleThatFailsAndKeepsNothing() {
        var lines = budget();
        lines.set(2, line("74-COMMUNE", "1999.99"));
        lines.set(5, line("PROPRES", "2000.01"));

        var check = holder.post(path("/full/check"), body(full(lines)));

        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.json().path("failures").findValuesAsText("rule")).contains("ELIG-06");
        assertThat(dossiers.get(number).full()).isNull();
        assertThat(dossiers.evaluations(number)).hasSize(1);
    }

    @Test
    void anUnbalancedBudgetOrMissingFieldsAreRefusedAtTheDeposit() {
        var lines = budget();
        lines.set(0, line("60", "10000.01"));
        lines.remove(7);
        var poor = json(full(lines)).put("objectives", " ").put("iban", "").put("engagement", false);
        assertThat(holder.put(path("/full"), poor.toString()).status()).isEqualTo(200);

        var answer = holder.post(path("/full/deposit"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults())
                .containsExactlyInAnyOrder(
                        "objectives:REQUIRED", "iban:REQUIRED", "engagement:CER-01", "budget:B1", "budget:B2");
        assertThat(answer.text()).contains("0,01");
    }

    @Test
    void nothingWrittenIsNothingToDeposit() {
        assertThat(holder.post(path("/full/deposit")).faults()).containsExactly(":REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | 1e9 | budget[0].amount:AMOUNT",
                "amount | -0.01 | budget[0].amount:B4",
                "amount | \"NaN\" | budget[0].amount:AMOUNT",
                "amount | null | budget[0].amount:REQUIRED",
                "account | \"99\" | budget[0].account:CHOICE",
                "account | \"INV-REGION\" | budget[0].account:CHOICE",
                "account | null | budget[0].account:REQUIRED",
                "section | \"AUTRE\" | budget[0].section:CHOICE",
                "section | null | budget[0].section:REQUIRED",
                "status | \"PEUT-ETRE\" | budget[0].status:CHOICE",
                "price | 1 | budget[0].price:UNKNOWN_FIELD",
            })
    void aWrongLineOfTheBudgetIsNamed(String field, String value, String fault) {
        var full = json(full());
        ((ObjectNode) full.path("budget").get(0)).put(field, "@here@");

        var answer = holder.put(path("/full"), full.toString().replace("\"@here@\"", value));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.faults()).contains(fault);
    }

    @Test
    void aHoleInTheBudgetAndTooManyLinesAreRefused() {
        var hole = json(full());
        ((ArrayNode) hole.path("budget")).addNull();
        var endless = json(full());
        for (int i = 0; i < 200; i++) {
            ((ArrayNode) endless.path("budget")).add(json(line("60", "1.00")));
        }

        assertThat(holder.put(path("/full"), hole.toString()).status()).isEqualTo(400);
        assertThat(holder.put(path("/full"), endless.toString()).faults()).containsExactly("budget:LENGTH");
        assertThat(holder.put(
                                path("/full"),
                                json(full()).put("iban", "FR7612345").toString())
                        .faults())
                .containsExactly("iban:IBAN");
    }

    @Test
    void theFicheIsClosedWhileTheFullDossierIsWritten() {
        assertThat(holder.put(path("/fiche"), json(fiche()).toString()).status())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionIsDepositedAgainAndTheFirstReceiptStays() {
        var porteur = actors.find("porteur").orElseThrow();
        var other = dossiers.open(OPEN_CALL, porteur, fiche());
        dossiers.depositFiche(other, porteur);
        var received = dossiers.get(other).ficheReceivedAt();
        processes.answer(
                other.value(),
                "userTask_checkConformity",
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez le public."));

        assertThat(dossiers.get(other).step()).isEqualTo("userTask_correctFiche");
        assertThat(holder.put(
                                "/dossiers/" + other + "/fiche",
                                json(fiche()).put("summary", "Plus précis.").toString())
                        .status())
                .isEqualTo(200);
        var answer = holder.post("/dossiers/" + other + "/fiche/deposit");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(dossiers.get(other).step()).isEqualTo("userTask_checkConformity");
        assertThat(dossiers.get(other).ficheReceivedAt()).isEqualTo(received);
        assertThat(dossiers.deposits(other))
                .extracting(DepositReceipt::kind)
                .containsExactly(DepositReceipt.Kind.FICHE, DepositReceipt.Kind.CORRECTION);
    }

    @Test
    void thePapersAskedForAreDepositedAsAComplement() {
        holder.put(path("/full"), body(full()));
        assertThat(holder.post(path("/full/deposit")).status()).isEqualTo(200);
        assertThat(holder.upload(path("/documents"), "AUTRE", "a.pdf", PDF).status())
                .isEqualTo(409);
        answer(
                "userTask_checkCompleteness",
                "instructeur",
                Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Il manque la délibération."));

        assertThat(dossiers.get(number).step()).isEqualTo("userTask_provideDocuments");
        assertThat(holder.upload(path("/documents"), "AUTRE", "a.pdf", PDF).status())
                .isEqualTo(201);
        assertThat(holder.put(path("/full"), body(full())).status()).isEqualTo(409);
        assertThat(holder.post(path("/full/deposit")).status()).isEqualTo(200);
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_checkCompleteness");
        assertThat(dossiers.deposits(number))
                .extracting(DepositReceipt::kind)
                .containsExactly(
                        DepositReceipt.Kind.FICHE, DepositReceipt.Kind.DOSSIER, DepositReceipt.Kind.COMPLEMENT);
    }
}
