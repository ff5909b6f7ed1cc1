package fr.ruche.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The worked example of {@code domain.md} 5.4 through the API, and what the API refuses. */
@IntegrationTest
class AllocationApiTests {

    private static final String ITEMS = """
            [{"id": "A1", "envelope": "MEL", "score": 86.50, "c2": 5, "difficulty": 0, "depositedAt": "2015-01-01T08:00:00Z", "requested": 24000, "floor": 5000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "A2", "envelope": "MEL", "score": 81.20, "c2": 4, "difficulty": 0, "depositedAt": "2015-01-02T08:00:00Z", "requested": 20000, "floor": 5000, "minimumUseful": 16000, "favourable": true, "postponed": false},
             {"id": "A3", "envelope": "MEL", "score": 81.20, "c2": 4, "difficulty": 0, "depositedAt": "2015-01-03T08:00:00Z", "requested": 9000, "floor": 2000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "A4", "envelope": "MEL", "score": 74, "c2": 3, "difficulty": 0, "depositedAt": "2015-01-04T08:00:00Z", "requested": 2000, "floor": 2000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "A5", "envelope": "MEL", "score": 49.90, "c2": 3, "difficulty": 0, "depositedAt": "2015-01-05T08:00:00Z", "requested": 6000, "floor": 2000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "B1", "envelope": "CALL", "score": 79, "c2": 4, "difficulty": 0, "depositedAt": "2015-01-06T08:00:00Z", "requested": 150000, "floor": 5000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "B2", "envelope": "CALL", "score": 71, "c2": 3, "difficulty": 0, "depositedAt": "2015-01-07T08:00:00Z", "requested": 30000, "floor": 5000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "R1", "envelope": "REGION", "score": 88, "c2": 5, "difficulty": 0, "depositedAt": "2015-01-08T08:00:00Z", "requested": 45000, "floor": 2000, "minimumUseful": null, "favourable": true, "postponed": false},
             {"id": "R2", "envelope": "REGION", "score": 69, "c2": 2, "difficulty": 0, "depositedAt": "2015-01-09T08:00:00Z", "requested": 12000, "floor": 2000, "minimumUseful": null, "favourable": true, "postponed": true}]
            """;

    @LocalServerPort
    int port;

    @Test
    void strictlyNobodyOvertakes() {
        var shared = share("RANK", true, false);
        assertThat(amounts(shared.path("grants"))).containsExactly("R1 45000.00", "A1 24000.00", "B1 150000.00");
        assertThat(amounts(shared.path("remainders")))
                .containsExactly("MEL 14000.00", "CALL 10000.00", "REGION 5000.00");
        assertThat(shared.path("reserve").toString()).isEqualTo("[\"A2\",\"A3\",\"A4\",\"B2\"]");
        assertThat(shared.at("/status/A5").asText()).isEqualTo("DEFAVORABLE");
        assertThat(shared.at("/status/R2").asText()).isEqualTo("AJOURNE");
    }

    @Test
    void smallerOnesPassWhereTheReglementSaysSo() {
        var shared = share("RANK", false, false);
        assertThat(amounts(shared.path("grants")))
                .containsExactly("R1 45000.00", "A1 24000.00", "A3 9000.00", "B1 150000.00", "A4 2000.00");
        assertThat(amounts(shared.path("remainders")))
                .containsExactly("MEL 3000.00", "CALL 10000.00", "REGION 5000.00");
    }

    @Test
    void remaindersServeTheMergedReserveList() {
        var shared = share("RANK", true, true);
        assertThat(amounts(shared.path("grants")))
                .containsExactly("R1 45000.00", "A1 24000.00", "A2 20000.00", "A3 9000.00", "B1 150000.00");
        assertThat(amounts(shared.path("remainders"))).containsExactly("REGION 0.00");
    }

    @Test
    void oneRateForAll() {
        var shared = share("PRORATA", true, false);
        assertThat(amounts(shared.path("grants")))
                .contains("A1 17207.55", "A2 14339.62", "A3 6452.83")
                .noneMatch(grant -> grant.startsWith("A4"));
        assertThat(amounts(shared.path("remainders"))).contains("MEL 0.00");
    }

    @Test
    void whatIsMissingOrMakesNoSenseIsNamed() {
        var manager = ApiClient.as("gestionnaire", port);
        assertThat(manager.post(ADDRESS, "{}").faults())
                .containsExactly(
                        "mode:REQUIRED",
                        "policy:REQUIRED",
                        "policy.threshold:REQUIRED",
                        "envelopes:REQUIRED",
                        "items:REQUIRED");
        assertThat(manager.post(ADDRESS, body("RANK", true, true).replace("\"REGION\": 50000", "\"AUTRE\": -1"))
                        .faults())
                .containsExactly(
                        "envelopes.AUTRE:AMOUNT",
                        "regionalEnvelope:CHOICE",
                        "items[7].envelope:CHOICE",
                        "items[8].envelope:CHOICE");
        assertThat(manager.post(
                                ADDRESS,
                                body("RANK", true, true)
                                        .replace("\"id\": \"A2\"", "\"id\": \"A1\"")
                                        .replace("\"score\": 74", "\"score\": 100.01")
                                        .replace("\"minimumUseful\": 16000", "\"minimumUseful\": 20000.01"))
                        .faults())
                .containsExactly("items[1].id:TWICE", "items[1].minimumUseful:RANGE", "items[3].score:RANGE");
        assertThat(manager.post(
                                ADDRESS,
                                body("RANK", true, true)
                                        .replace("\"partialMinPercent\": 50", "\"partialMinPercent\": 101"))
                        .faults())
                .containsExactly("policy.partialMinPercent:RANGE");
        assertThat(manager.post(ADDRESS, body("OTHER", true, true)).status()).isEqualTo(400);
        assertThat(manager.post(ADDRESS, body("RANK", true, true).replace("24000", "24000.001"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void itIsForThoseWhomJuriesConcern() {
        for (var concerned : List.of("gestionnaire", "instructeur", "jure-interco", "jure-region")) {
            assertThat(ApiClient.as(concerned, port)
                            .post(ADDRESS, body("RANK", true, true))
                            .status())
                    .as(concerned)
                    .isEqualTo(200);
        }
        for (var other :
                Map.of("porteur", 403, "technicien", 403, "modeleur", 403).entrySet()) {
            assertThat(ApiClient.as(other.getKey(), port)
                            .post(ADDRESS, body("RANK", true, true))
                            .status())
                    .as(other.getKey())
                    .isEqualTo(other.getValue());
        }
    }

    private static final String ADDRESS = "/jury/allocation";

    private JsonNode share(String mode, boolean strict, boolean pooling) {
        var answer = ApiClient.as("gestionnaire", port).post(ADDRESS, body(mode, strict, pooling));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String body(String mode, boolean strict, boolean pooling) {
        return """
                {"mode": "%s", "regionalEnvelope": "REGION",
                 "policy": {"threshold": 50, "partial": true, "partialMinPercent": 50, "strict": %s, "pooling": %s, "unit": 1},
                 "envelopes": {"MEL": 38000, "CALL": 160000, "REGION": 50000}, "items": %s}""".formatted(mode, strict, pooling, ITEMS);
    }

    private static List<String> amounts(JsonNode object) {
        var amounts = new ArrayList<String>();
        object.fields()
                .forEachRemaining(one -> amounts.add(
                        one.getKey() + " " + one.getValue().decimalValue().toPlainString()));
        return amounts;
    }
}
