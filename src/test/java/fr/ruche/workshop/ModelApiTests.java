package fr.ruche.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDiagram;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class ModelApiTests {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @ValueSource(strings = {"modeleur", "gestionnaire", "admin"})
    void aModelIsReviewedAndNothingIsDeployed(String username) {
        var before = repository.createDeploymentQuery().count();

        var good = review(username, TestDiagram.smallest("essai").xml());
        var bad = review(username, TestDiagram.smallest("essai").xml().replace("ficheDeadline", "ficheDedline"));

        assertThat(good.status()).isEqualTo(200);
        assertThat(good.json().path("accepted").asBoolean()).isTrue();
        assertThat(good.json().path("findings")).isEmpty();
        assertThat(bad.json().path("accepted").asBoolean(true)).isFalse();
        var finding = bad.json().path("findings").path(0);
        assertThat(finding.path("file").asText()).isEqualTo("essai.bpmn");
        assertThat(finding.path("element").asText()).isEqualTo("userTask_depositFiche");
        assertThat(finding.path("line").asInt()).isPositive();
        assertThat(finding.path("code").asText()).isEqualTo("DEADLINE_UNKNOWN");
        assertThat(finding.path("severity").asText()).isEqualTo("ERROR");
        assertThat(finding.path("sentence").asText()).contains("deadlines.ficheDedline");
        assertThat(finding.path("remedy").asText()).contains("deadlines.ficheDeadline");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region"})
    void othersAskNothingAboutModels(String username) {
        assertThat(review(username, TestDiagram.smallest("essai").xml()).status())
                .isEqualTo(403);
        assertThat(ApiClient.as(username, port).get("/models/vocabulary").status())
                .isEqualTo(403);
    }

    @Test
    void theVocabularyNamesWhatAModelMaySay() {
        var words = ApiClient.as("modeleur", port).get("/models/vocabulary").json();

        assertThat(words.path("actions").findValuesAsText("name")).contains("replayRules", "acknowledgeFiche");
        assertThat(words.path("deadlines").findValuesAsText("name")).contains("deadlines.conformity");
        assertThat(words.path("groups").findValuesAsText("name")).contains("instruction-${sector}", "managers");
        assertThat(words.path("messages").findValuesAsText("name")).contains("putOnAgenda", "sessionCancelled");
        assertThat(words.path("steps").findValuesAsText("id"))
                .contains("userTask_checkConformity", "userTask_completeDossier");
        assertThat(words.path("places").path(0).path("components").toString()).contains("textfield");
        var verdict = List.copyOf(words.path("facts").findParents("name")).stream()
                .filter(fact -> fact.path("name").asText().equals("conformityVerdict"))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.path("type").asText()).isEqualTo("CODE");
        assertThat(verdict.path("values").toString()).contains("TO_CORRECT");
        assertThat(verdict.path("setBy").toString()).contains("userTask_checkConformity", "userTask_decideConformity");
    }

    @Test
    void theDescriptionOfTheApiNamesBoth() throws Exception {
        var answer = new TestRestTemplate().getForObject("http://127.0.0.1:" + port + "/v3/api-docs", String.class);
        var paths = new ObjectMapper().readTree(answer).path("paths");

        assertThat(paths.path("/api/v1/models/review")
                        .path("post")
                        .path("summary")
                        .asText())
                .isNotBlank();
        assertThat(paths.path("/api/v1/models/vocabulary")
                        .path("get")
                        .path("responses")
                        .path("200")
                        .toString())
                .contains("Vocabulary");
    }

    private ApiClient.Answer review(String username, String xml) {
        return ApiClient.as(username, port)
                .uploadAs("/models/review", "files", "essai.bpmn", xml.getBytes(StandardCharsets.UTF_8));
    }
}
