package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the container files where no container engine runs. */
class ContainersTests {

    private final JsonNode services;

    ContainersTests() throws IOException {
        services = new YAMLMapper()
                .readTree(Path.of("docker-compose.yml").toFile())
                .path("services");
    }

    @Test
    void theApplicationWaitsForAHealthyDatabaseAndMailCatcher() {
        services.path("ruche").path("depends_on").fields().forEachRemaining(dependency -> {
            assertThat(services.has(dependency.getKey())).isTrue();
            assertThat(services.path(dependency.getKey()).has("healthcheck")).isTrue();
            assertThat(dependency.getValue().path("condition").asText()).isEqualTo("service_healthy");
        });
        assertThat(services.path("ruche").path("depends_on")).hasSize(2);
    }

    @Test
    void noSecretIsWrittenDown() {
        services.forEach(service -> service.path("environment").fields().forEachRemaining(variable -> {
            if (variable.getKey().endsWith("PASSWORD")) {
                assertThat(variable.getValue().asText()).startsWith("${RUCHE_DB_PASSWORD:?");
            }
        }));
    }

    @Test
    void theDemonstrationIsOffUnlessAskedForAndNothingIsOpenToOtherMachines() {
        assertThat(services.at("/ruche/environment/RUCHE_DEMONSTRATION_ENABLED").asText())
                .isEqualTo("${RUCHE_DEMONSTRATION_ENABLED:-false}");
        services.forEach(service ->
                service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void theImageIsBuiltFromFilesThatExistAndRunsWithoutPrivileges() throws IOException {
        var recipe = Files.readString(Path.of("Dockerfile"));
        var copied = Pattern.compile("^COPY (?!--from)(.+) \\S+$", Pattern.MULTILINE)
                .matcher(recipe)
                .results()
                .flatMap(line -> Pattern.compile(" ").splitAsStream(line.group(1)))
                .toList();

        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(recipe).contains("\nUSER ruche\n", "\nHEALTHCHECK ");
    }
}
