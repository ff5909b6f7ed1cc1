package fr.ruche.jury;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.Dossiers;
import fr.ruche.programme.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The steps after the deposit, as another program uses them. */
@IntegrationTest
class JurySessionApiTests {

    private static final String REGIONAL = """
            {"call": "DSDT-2026", "jury": "regional", "startsAt": "2027-03-02T13:00:00Z", "place": "Lille (fictif)",
             "members": [{"name": "Alix Exemple", "college": "REGION", "president": true, "username": null}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    ApiClient manager;

    @BeforeEach
    void signIn() {
        manager = ApiClient.as("gestionnaire", port);
    }

    @Test
    void aSessionIsConvenedFilledEmptiedAndCancelled() {
        var number = given.instructed();
        var route = "{\"route\": \"JURY_REGIONAL\", \"motive\": \"Portée régionale\"}";
        assertThat(manager.post("/dossiers/" + number + "/route", route).status())
                .isEqualTo(204);
        assertThat(dossiers.get(number).route()).isEqualTo(Route.JURY_REGIONAL);

        var convened = manager.post("/jury-sessions", REGIONAL);
        assertThat(convened.status()).as(convened.text()).isEqualTo(201);
        var path = "/jury-sessions/" + convened.json().path("id").asText();
        var entry = "{\"dossier\": \"" + number + "\"}";
        var filled = manager.post(path + "/agenda", entry);
        assertThat(filled.status()).as(filled.text()).isEqualTo(200);
        assertThat(filled.json().path("agenda").findValuesAsText("dossier")).hasSize(1);
        assertThat(manager.post(path + "/agenda", entry).status()).isEqualTo(409);
        assertThat(manager.get(path + "/minutes").text())
                .contains(number.value())
                .contains("Jury régional");

        assertThat(manager.delete(path + "/agenda/" + number).status())
                .as("no motive")
                .isEqualTo(400);
        assertThat(manager.delete(path + "/agenda/" + number + "?motive=Absent").status())
                .isEqualTo(204);
        assertThat(manager.post(path + "/cancellation", "{\"motive\": \"Neige\"}")
                        .status())
                .isEqualTo(204);
        assertThat(manager.get(path).json().path("status").asText()).isEqualTo("ANNULEE");
    }

    @Test
    void theFaultsOfAConvocationAreNamed() {
        var answer = manager.post("/jury-sessions", "{\"call\": \"DSDT-2026\", \"jury\": \"Lens\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .contains("jury", "startsAt", "place", "members");
        assertThat(manager.get("/jury-sessions/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region"})
    void onlyAManagerConvenes(String username) {
        assertThat(ApiClient.as(username, port).post("/jury-sessions", REGIONAL).status())
                .isEqualTo(403);
    }

    @Test
    void aSessionIsSeenByItsJuryOnly() {
        var path = "/jury-sessions/" + given.session("regional").id();

        assertThat(ApiClient.as("jure-region", port).get(path).status()).isEqualTo(200);
        for (var stranger : new String[] {"jure-interco", "technicien", "porteur"}) {
            assertThat(ApiClient.as(stranger, port).get(path).status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(ApiClient.as(stranger, port).get(path + "/minutes").status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoeverIsConvenedSeesThatSessionOfAnotherJury() {
        var guest = REGIONAL.replace("2027-03-02", "2027-03-03")
                .replace("\"username\": null", "\"username\": \"jure-interco\"");
        var convened = manager.post("/jury-sessions", guest);
        assertThat(convened.status()).as(convened.text()).isEqualTo(201);
        var path = "/jury-sessions/" + convened.json().path("id").asText();

        assertThat(ApiClient.as("jure-interco", port).get(path).status()).isEqualTo(200);
        assertThat(ApiClient.as("technicien", port).get(path).status()).isEqualTo(404);
    }

    @Test
    void envelopesAreShownToTheRegionAndToTheirJury() {
        assertThat(manager.get("/envelopes?call=DSDT-2026").json()).isNotEmpty();
        assertThat(ApiClient.as("jure-interco", port)
                        .get("/envelopes?call=DSDT-2026")
                        .json()
                        .findValuesAsText("jury"))
                .isNotEmpty()
                .containsOnly(TestDossiers.TERRITORY);
        assertThat(ApiClient.as("porteur", port)
                        .get("/envelopes?call=DSDT-2026")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theMessagesAndOpinionsOfADossierAreForThoseWhoMaySeeIt() {
        var number = given.complete();
        var messages = ApiClient.as("porteur", port).get("/dossiers/" + number + "/messages");

        assertThat(messages.json().findValuesAsText("letter"))
                .containsExactly("FICHE_RECEIVED", "FICHE_CONFORM", "DOSSIER_RECEIVED");
        for (var path : new String[] {"/messages", "/conformity", "/instruction", "/decisions"}) {
            assertThat(ApiClient.as("porteur2", port)
                            .get("/dossiers/" + number + path)
                            .status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(ApiClient.as("technicien2", port)
                            .get("/dossiers/" + number + path)
                            .status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(manager.get("/dossiers/" + number + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(ApiClient.as("porteur", port)
                        .get("/dossiers/" + number + "/instruction")
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.as("instructeur", port)
                        .post("/dossiers/" + number + "/route", "{\"route\": \"JURY_REGIONAL\", \"motive\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }
}
