package fr.ruche.territory.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The addresses of the territories through the real server and its doors. */
@IntegrationTest
class TerritoryApiTests {

    @Autowired
    TestRestTemplate http;

    private ResponseEntity<String> send(HttpMethod method, String address, String user, String type, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(type));
        return http.withBasicAuth(user, TestAccounts.PASSWORD)
                .exchange(address, method, new HttpEntity<>(body, headers), String.class);
    }

    @Test
    void everybodySearchesCommunes() {
        var found = http.getForEntity("/api/v1/communes?q={q}", String.class, "béthu");

        assertThat(found.getStatusCode().value()).isEqualTo(200);
        assertThat(found.getBody()).contains("\"code\":\"62119\"", "\"postalCodes\":[\"62400\"");
        assertThat(http.getForEntity("/api/v1/communes", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(http.getForEntity("/api/v1/communes/99999", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void onlyAManagerChangesTheSettingsOfAnIntercommunality() {
        var address = "/api/v1/epci/246200844";
        var settings = "{\"version\": 0, \"sector\": \"littoral\", \"territorialJury\": false}";

        assertThat(send(HttpMethod.PUT, address, "instructeur", "application/json", settings)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        var changed = send(HttpMethod.PUT, address, "gestionnaire", "application/json", settings);
        assertThat(changed.getStatusCode().value()).isEqualTo(200);
        assertThat(changed.getBody()).contains("\"version\":1");
        assertThat(send(HttpMethod.PUT, address, "gestionnaire", "application/json", settings)
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
        assertThat(send(HttpMethod.PUT, address, "gestionnaire", "application/json", "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void onlyAManagerImportsPriorityNeighbourhoods() {
        var address = "/api/v1/priority-neighbourhoods";
        var csv = "code,name,type,commune,valid_from,valid_to\nQPAPI,Cité des Œillets,QPV2024,62005,2024-01-01,\n";

        assertThat(send(HttpMethod.POST, address, "porteur", "text/csv", csv)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, address, "gestionnaire", "text/csv;charset=UTF-8", csv)
                        .getBody())
                .isEqualTo("{\"imported\":1}");
        var refused = send(HttpMethod.POST, address, "gestionnaire", "text/csv", csv.replace("62005", "00000"));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("ligne 2.commune");
        assertThat(http.withBasicAuth("technicien", TestAccounts.PASSWORD)
                        .getForEntity(address + "?commune=62005&date=2026-01-01", String.class)
                        .getBody())
                .contains("Cité des Œillets");
    }
}
