package fr.ruche.workshop;

import static fr.ruche.workshop.WorkshopGiven.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDiagram;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of a version, over HTTP. */
@IntegrationTest
class ApprovalApiTests {

    @LocalServerPort
    int port;

    @Autowired
    WorkshopGiven given;

    @Test
    void aVersionIsAskedForApprovedPlannedAndPublished() {
        var version = version();
        var modeller = ApiClient.as("modeleur", port);
        var manager = ApiClient.as("gestionnaire", port);

        assertThat(modeller.post(version + "/submit", "{}").faults()).containsExactly("motive:REQUIRED");
        var asked = modeller.post(version + "/submit", "{\"message\":\"Un essai\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.json().path("request").path("state").asText()).isEqualTo("OPEN");
        var request = asked.json().path("request").path("id").asText();
        assertThat(modeller.post(version + "/submit", "{\"message\":\"Un essai\"}")
                        .status())
                .isEqualTo(409);

        var answer = "{\"request\":\"" + request + "\"}";
        assertThat(manager.post(version + "/approve", "{}").faults()).containsExactly("request:REQUIRED");
        assertThat(manager.post(version + "/approve", "{\"request\":\"" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(modeller.post(version + "/approve", answer).status()).isEqualTo(403);
        assertThat(ApiClient.as("admin", port)
                        .post(version + "/approve", answer)
                        .status())
                .isEqualTo(403);
        assertThat(modeller.post(version + "/publish").status()).isEqualTo(409);
        assertThat(manager.post(version + "/approve", answer).status()).isEqualTo(200);
        assertThat(manager.post(version + "/refuse", answer).faults()).containsExactly("motive:REQUIRED");

        var later = Instant.now().plus(Duration.ofDays(300));
        var planned = manager.post(version + "/publish", "{\"at\":\"" + later + "\"}");
        assertThat(planned.json().path("publishAt").asText()).isNotEmpty();
        assertThat(planned.json().path("state").asText()).isEqualTo("TESTED");
        assertThat(ApiClient.as("admin", port).post(version + "/publish").status())
                .isEqualTo(403);
        assertThat(manager.post(version + "/unplan").status()).isEqualTo(200);
        assertThat(manager.post(version + "/unplan").status()).isEqualTo(409);
        var published = modeller.post(version + "/publish");
        assertThat(published.json().path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(published.json().path("models").path(0).path("version").asInt())
                .isOne();
        assertThat(modeller.get(version + "/followers")
                        .json()
                        .path(0)
                        .path("running")
                        .asInt(-1))
                .isZero();
        assertThat(modeller.post(version + "/discard").status()).isEqualTo(409);
        assertThat(modeller.post(version + "/again", "{\"message\":\"x\"}").status())
                .isEqualTo(409);
    }

    @Test
    void anElementIsCommentedAndTheCommentIsDone() {
        var version = version();
        var manager = ApiClient.as("gestionnaire", port);
        var file =
                manager.get(version).json().path("files").path(0).path("name").asText();

        var said = manager.post(
                version + "/comments",
                "{\"file\":\"" + file + "\",\"element\":\"userTask_depositFiche\",\"text\":\" Trop tôt ? \"}");
        assertThat(said.json().path("text").asText()).isEqualTo("Trop tôt ?");
        assertThat(manager.post(version + "/comments", "{\"file\":\"autre.bpmn\",\"element\":\"<b>\",\"text\":\" \"}")
                        .faults())
                .containsExactly("file:UNKNOWN", "element:ID", "text:REQUIRED");
        assertThat(ApiClient.as("admin", port)
                        .post(version + "/comments", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(403);
        var done = ApiClient.as("modeleur", port)
                .post("/workshop/comments/" + said.json().path("id").asText() + "/done");
        assertThat(done.json().path("doneBy").asText()).isEqualTo("Compte modeleur");
        assertThat(manager.get(version + "/comments").json().findValuesAsText("element"))
                .containsExactly("userTask_depositFiche");
        assertThat(manager.post("/workshop/comments/" + UUID.randomUUID() + "/done")
                        .status())
                .isEqualTo(404);
    }

    private String version() {
        var code = code();
        return "/workshop/versions/"
                + given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml())
                        .id();
    }
}
