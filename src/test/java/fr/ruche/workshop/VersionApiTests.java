package fr.ruche.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class VersionApiTests {

    private static final String FILE = "/files/juryRouting.dmn";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient sql;

    ApiClient modeller;

    @BeforeEach
    void signIn() {
        accounts.ensure("modeleur-b", new Membership(Role.MODELLER, null));
        modeller = ApiClient.as("modeleur", port);
    }

    @Test
    void theShippedProgrammeIsAVersionInService() {
        var programme = StreamSupport.stream(
                        modeller.get("/workshop/programmes").json().spliterator(), false)
                .filter(one -> one.path("code").asText().equals("dsdt"))
                .findFirst()
                .orElseThrow();
        var inService = StreamSupport.stream(programme.path("versions").spliterator(), false)
                .filter(one -> one.path("state").asText().equals("PUBLISHED"))
                .findFirst()
                .orElseThrow();

        var version = modeller.get("/workshop/versions/" + inService.path("id").asText())
                .json();

        assertThat(programme.path("name").asText()).isEqualTo("Développement social durable des territoires");
        assertThat(version.path("origin").asText()).isEqualTo("SHIPPED");
        assertThat(version.path("createdBy").asText()).isEqualTo("Ruche");
        assertThat(version.path("files").findValuesAsText("name"))
                .contains("dsdt-dossier.bpmn", "eligibility.dmn", "instruct.form", "DSDT-2015.call.yaml");
        assertThat(version.path("models").findValuesAsText("key"))
                .contains("dsdt-dossier", "jury-session", "juryRouting", "eligibility");
    }

    @Test
    void aDraftIsWrittenWithTheRevisionThatWasRead() {
        var draft = draft();
        var read = modeller.get(draft + FILE);
        var tag = read.headers().firstValue("ETag").orElseThrow();

        var written = put(modeller, draft + FILE, read.text() + "<!-- un -->", "If-Match", tag);

        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(written.json().path("revision").asInt()).isGreaterThan(1);
        assertThat(written.headers().firstValue("ETag"))
                .hasValue("\"" + written.json().path("revision").asText() + "\"");
        assertThat(modeller.get(draft + FILE).text()).endsWith("<!-- un -->");

        var late = put(ApiClient.as("modeleur-b", port), draft + FILE, read.text(), "If-Match", tag);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("by").asText()).isEqualTo("Compte modeleur");
        assertThat(late.json().path("at").asText()).isNotEmpty();
        assertThat(late.json().path("detail").asText()).contains("juryRouting.dmn", "Compte modeleur");
        assertThat(modeller.get(draft + FILE).text()).endsWith("<!-- un -->");
        assertThat(put(modeller, draft + FILE, "x").faults()).containsExactly("If-Match:REQUIRED");
    }

    @Test
    void aNewFileIsSaidToBeNewAndOneThatIsThereIsNotOverwritten() {
        var draft = draft();

        assertThat(put(modeller, draft + "/files/essai.form", "{}", "If-None-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(put(modeller, draft + "/files/essai.form", "{ }", "If-None-Match", "*")
                        .status())
                .isEqualTo(409);
        assertThat(put(modeller, draft + "/files/essai.exe", "x", "If-None-Match", "*")
                        .faults())
                .containsExactly("essai.exe:FILE_NAME");
        assertThat(put(modeller, draft + "/files/grand.form", " ".repeat(1_000_001), "If-None-Match", "*")
                        .faults())
                .containsExactly("grand.form:FILE_SIZE");
    }

    @Test
    void thePenKeepsOthersOutUntilItIsTaken() {
        var draft = draft();
        var other = ApiClient.as("modeleur-b", port);
        var read = modeller.get(draft + FILE);
        var tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(modeller.post(draft + FILE + "/pen").status()).isEqualTo(200);

        var refused = put(other, draft + FILE, read.text() + " ", "If-Match", tag);
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.json().path("by").asText()).isEqualTo("Compte modeleur");
        assertThat(other.post(draft + FILE + "/pen").status()).isEqualTo(423);
        assertThat(file(draft, "juryRouting.dmn").path("editing").path("by").asText())
                .isEqualTo("Compte modeleur");

        assertThat(other.post(draft + FILE + "/pen", "{\"take\":true}").status())
                .isEqualTo(200);
        assertThat(put(modeller, draft + FILE, read.text() + " ", "If-Match", tag)
                        .status())
                .isEqualTo(423);
        assertThat(modeller.delete(draft + FILE + "/pen").status()).isEqualTo(204);
        assertThat(put(modeller, draft + FILE, read.text() + " ", "If-Match", tag)
                        .status())
                .as("somebody else's pen is not put down")
                .isEqualTo(423);
        assertThat(other.delete(draft + FILE + "/pen").status()).isEqualTo(204);
        assertThat(put(modeller, draft + FILE, read.text() + " ", "If-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region"})
    void othersDoNotComeIn(String username) {
        var other = ApiClient.as(username, port);
        assertThat(other.get("/workshop/programmes").status()).isEqualTo(403);
        assertThat(other.get(draft() + FILE).status()).isEqualTo(403);
        assertThat(other.get(draft() + "/followers/dsdt-dossier/1").status()).isEqualTo(403);
        assertThat(other.post("/workshop/programmes/dsdt/versions").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestionnaire", "admin"})
    void managersAndAdministratorsReadAndDoNotWrite(String username) {
        var draft = draft();
        var other = ApiClient.as(username, port);
        assertThat(other.get(draft + FILE).status()).isEqualTo(200);
        assertThat(other.get(draft + "/review").json().path("accepted").asBoolean())
                .isTrue();
        assertThat(put(other, draft + FILE, "x", "If-Match", "\"1\"").status()).isEqualTo(403);
        assertThat(other.post(draft + FILE + "/pen").status()).isEqualTo(403);
        assertThat(other.post("/workshop/programmes/dsdt/versions").status()).isEqualTo(403);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(modeller.get("/workshop/versions/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(modeller.get(draft() + "/files/autre.bpmn").status()).isEqualTo(404);
        assertThat(modeller.post("/workshop/programmes/autre/versions").status())
                .isEqualTo(404);
    }

    @Test
    void savingOftenIsOneFactOfTheJournal() {
        var draft = draft();
        var revision = 1;
        for (var i = 0; i < 3; i++) {
            revision = put(
                            modeller,
                            draft + "/files/instruct.form",
                            "{\"n\":" + i + "}",
                            "If-Match",
                            "\"" + revision + "\"")
                    .json()
                    .path("revision")
                    .asInt();
        }
        var number = modeller.get(draft).json().path("number").asText();

        assertThat(sql.sql("select count(*) from audit_fact where subject = 'dsdt' and action = 'MODEL_WRITTEN'"
                                + " and told like ? and author = 'modeleur'")
                        .param("Version " + number + " :%instruct.form%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String draft() {
        var made = modeller.post("/workshop/programmes/dsdt/versions");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("state").asText()).isEqualTo("DRAFT");
        return "/workshop/versions/" + made.json().path("id").asText();
    }

    private JsonNode file(String draft, String name) {
        return StreamSupport.stream(modeller.get(draft).json().path("files").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ApiClient.Answer put(ApiClient who, String path, String content, String... headers) {
        return who.put(path, content, headers);
    }
}
