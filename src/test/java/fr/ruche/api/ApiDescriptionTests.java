package fr.ruche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class ApiDescriptionTests {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Test
    void theDescriptionNamesEveryAddressWithExamplesAndItsRefusals() throws Exception {
        var answer = new TestRestTemplate().getForEntity("http://127.0.0.1:" + port + "/v3/api-docs", String.class);

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        var api = json.readTree(answer.getBody());
        var paths = api.path("paths");
        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/dossiers",
                        "/api/v1/dossiers/{number}",
                        "/api/v1/dossiers/{number}/fiche",
                        "/api/v1/dossiers/{number}/fiche/deposit",
                        "/api/v1/dossiers/{number}/full",
                        "/api/v1/dossiers/{number}/full/check",
                        "/api/v1/dossiers/{number}/full/deposit",
                        "/api/v1/dossiers/{number}/documents",
                        "/api/v1/dossiers/{number}/abandon",
                        "/api/v1/programmes",
                        "/api/v1/programmes/{call}/eligibility");
        var open = paths.path("/api/v1/dossiers").path("post");
        assertThat(open.path("summary").asText()).isEqualTo("Ouvrir un dossier");
        assertThat(open.path("responses").path("409").path("content").has("application/problem+json"))
                .isTrue();
        assertThat(open.path("requestBody").toString())
                .contains("Fonds de participation des habitants")
                .contains("#/components/schemas/Opening");
        assertThat(api.path("components").path("schemas").has("Problem")).isTrue();
    }
}
