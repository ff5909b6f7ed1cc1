package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packaged program says what it is made of. */
class PartsTests {

    private static final String ADDED_WHEN_PACKAGED = "spring-boot-jarmode-tools-";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyJavaLibraryThatIsDeliveredIsListed() throws IOException {
        try (var jar = jar()) {
            var files = components(jar, "META-INF/sbom/application.cdx.json").stream()
                    .map(part -> part.path("name").asText() + "-"
                            + part.path("version").asText())
                    .collect(Collectors.toSet());
            var delivered = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                    .toList();

            assertThat(delivered)
                    .hasSizeGreaterThan(50)
                    .filteredOn(name -> !name.startsWith(ADDED_WHEN_PACKAGED))
                    .allSatisfy(name -> assertThat(files).as(name).anyMatch(name::contains));
        }
    }

    @Test
    void everyNpmPackageThatIsDeliveredIsListed() throws IOException {
        var declared = new ArrayList<String>();
        JSON.readTree(Path.of("src/main/web/package.json").toFile())
                .path("dependencies")
                .fields()
                .forEachRemaining(
                        part -> declared.add("pkg:npm/" + part.getKey().replace("@", "%40") + "@"
                                + part.getValue().asText()));
        try (var jar = jar()) {
            assertThat(components(jar, "META-INF/sbom/web.cdx.json"))
                    .extracting(part -> part.path("purl").asText())
                    .isNotEmpty()
                    .containsAll(declared);
        }
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("ruche.jar"));
    }

    private static List<JsonNode> components(JarFile jar, String list) throws IOException {
        var entry = Objects.requireNonNull(jar.getJarEntry(list), list);
        var components = new ArrayList<JsonNode>();
        try (var bytes = jar.getInputStream(entry)) {
            JSON.readTree(bytes).path("components").forEach(components::add);
        }
        return components;
    }
}
