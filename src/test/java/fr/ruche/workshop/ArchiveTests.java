package fr.ruche.workshop;

import static fr.ruche.workshop.WorkshopGiven.bytes;
import static fr.ruche.workshop.WorkshopGiven.code;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDiagram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions as zip files, over HTTP. */
@IntegrationTest
class ArchiveTests {

    private static final int LARGE = 1_000_001;

    @LocalServerPort
    int port;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    WorkshopGiven given;

    @Autowired
    JdbcClient sql;

    @Test
    void whatIsExportedComesBackTheSame() throws IOException {
        var modeller = ApiClient.as("modeleur", port);
        var inService = versions.programme("dsdt", given.modeller()).inService().orElseThrow();

        var zip = modeller.get("/workshop/versions/" + inService.id() + "/zip");
        assertThat(zip.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("dsdt-v", ".zip"));
        assertThat(unzip(zip.bytes()))
                .containsKeys(
                        "bpmn/dsdt/dsdt-dossier.bpmn",
                        "bpmn/dsdt/eligibility.dmn",
                        "bpmn/dsdt/DSDT-2015.call.yaml",
                        "bpmn/dsdt/programme.yaml",
                        "forms/dsdt/instruct.form");
        assertThat(new String(unzip(zip.bytes()).get("bpmn/dsdt/programme.yaml"), StandardCharsets.UTF_8))
                .contains("Développement social durable des territoires", "ruche");

        var brought = modeller.uploadAs("/workshop/programmes/dsdt/import", "file", "dsdt.zip", zip.bytes());

        assertThat(brought.status()).as(brought.text()).isEqualTo(201);
        assertThat(brought.json().path("origin").asText()).isEqualTo("IMPORTED");
        assertThat(brought.json().path("state").asText()).isEqualTo("DRAFT");
        var id = UUID.fromString(brought.json().path("id").asText());
        assertThat(same(versions.files(id, given.modeller()), versions.files(inService.id(), given.modeller())))
                .isTrue();
        assertThat(modeller.get("/workshop/versions/" + id + "/zip").bytes()).isEqualTo(zip.bytes());
    }

    @Test
    void whoMayNotWriteDoesNotImport() {
        var archive = zip(Map.of("bpmn/dsdt/a.bpmn", bytes("<a/>")));
        assertThat(ApiClient.as("gestionnaire", port)
                        .uploadAs("/workshop/programmes/dsdt/import", "file", "a.zip", archive)
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.as("porteur", port)
                        .uploadAs("/workshop/programmes/dsdt/import", "file", "a.zip", archive)
                        .status())
                .isEqualTo(403);
    }

    static Stream<Arguments> hostile() {
        var good = bytes(TestDiagram.smallest("essai").xml());
        return Stream.of(
                Arguments.of("no zip file", bytes("%PDF-1.7"), "file:ZIP", "n’est pas une archive"),
                Arguments.of("nothing", new byte[0], "file:ZIP", "n’est pas une archive"),
                Arguments.of(
                        "cut short",
                        Arrays.copyOf(zip(Map.of("bpmn/P/a.bpmn", good)), 200),
                        "file:ZIP",
                        "n’est pas une archive"),
                Arguments.of("an empty archive", zip(Map.of()), "file:ZIP", "n’est pas une archive"),
                Arguments.of("folders only", zip(Map.of("bpmn/P/", new byte[0])), "file:EMPTY", "aucun fichier"),
                Arguments.of("a way out", zip(Map.of("../../etc/a.bpmn", good)), "file:ZIP_ENTRY", "../../etc/a.bpmn"),
                Arguments.of(
                        "a way out inside", zip(Map.of("bpmn/P/../a.bpmn", good)), "file:ZIP_ENTRY", "pas à sa place"),
                Arguments.of("a root", zip(Map.of("/bpmn/P/a.bpmn", good)), "file:ZIP_ENTRY", "pas à sa place"),
                Arguments.of("Windows", zip(Map.of("bpmn\\P\\a.bpmn", good)), "file:ZIP_ENTRY", "pas à sa place"),
                Arguments.of("a subfolder", zip(Map.of("bpmn/P/x/a.bpmn", good)), "file:ZIP_ENTRY", "pas à sa place"),
                Arguments.of(
                        "another programme",
                        zip(Map.of("bpmn/autre/a.bpmn", good)),
                        "file:ZIP_ENTRY",
                        "d’un autre programme"),
                Arguments.of(
                        "the wrong folder", zip(Map.of("forms/P/a.bpmn", good)), "file:ZIP_ENTRY", "pas à sa place"),
                Arguments.of("a program", zip(Map.of("bpmn/P/a.jar", good)), "file:ZIP_ENTRY", "a.jar"),
                Arguments.of("a page", zip(Map.of("bpmn/P/a.bpmn.html", good)), "file:ZIP_ENTRY", "a.bpmn.html"),
                Arguments.of("a hidden sign", zip(Map.of("bpmn/P/a\u202e.bpmn", good)), "file:ZIP_ENTRY", "a?.bpmn"),
                Arguments.of("a large file", zip(Map.of("bpmn/P/a.bpmn", new byte[LARGE])), null, "trop grand"),
                Arguments.of("a bomb", zip(Map.of("x/bomb", new byte[50_000_000])), null, "trop grand"),
                Arguments.of("large together", zip(many(8, 900_000)), ":BUNDLE_SIZE", "octets en tout"),
                Arguments.of("many files", zip(many(150, 10)), ":BUNDLE_SIZE", "100 fichiers"),
                Arguments.of("many folders", zip(folders(1_000)), ":BUNDLE_SIZE", "100 fichiers"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileArchiveIsRefusedAndNothingIsKept(String what, byte[] archive, String fault, String told) {
        var code = code();
        versions.create(code, "Programme " + code, given.modeller());

        var answer = ApiClient.as("modeleur", port)
                .uploadAs("/workshop/programmes/" + code + "/import", "file", "a.zip", named(archive, code));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        if (fault == null) {
            assertThat(answer.faults()).singleElement().asString().endsWith(":FILE_SIZE");
        } else {
            assertThat(answer.faults()).containsExactly(fault);
        }
        assertThat(answer.json().path("detail").asText()).contains(told);
        assertThat(sql.sql("select count(*) from programme_version where programme = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void eachFileThatIsNotAdmittedHasItsSentence() {
        var code = code();
        versions.create(code, "Programme " + code, given.modeller());
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bpmn/" + code + "/a.exe", bytes("x"));
        files.put("lisez-moi.md", bytes("x"));
        files.put("bpmn/" + code + "/bon.bpmn", bytes("<a/>"));
        files.put("__MACOSX/bpmn/._bon.bpmn", bytes("x"));

        var answer = ApiClient.as("modeleur", port)
                .uploadAs("/workshop/programmes/" + code + "/import", "file", "a.zip", zip(files));

        assertThat(answer.json().path("errors").findValuesAsText("message"))
                .hasSize(2)
                .anyMatch(sentence -> sentence.contains("a.exe"))
                .anyMatch(sentence -> sentence.contains("lisez-moi.md"));
    }

    /** The archives are made before the code of the programme is known: P stands for it. */
    private static byte[] named(byte[] archive, String code) {
        try {
            var renamed = new LinkedHashMap<String, byte[]>();
            unzip(archive)
                    .forEach((name, content) ->
                            renamed.put(name.replaceAll("([/\\\\])P([/\\\\])", "$1" + code + "$2"), content));
            return renamed.keySet().stream().anyMatch(name -> name.contains(code)) ? zip(renamed) : archive;
        } catch (IOException | IllegalArgumentException broken) {
            return archive;
        }
    }

    private static Map<String, byte[]> many(int files, int size) {
        var many = new TreeMap<String, byte[]>();
        for (var i = 0; i < files; i++) {
            many.put("bpmn/P/f" + i + ".bpmn", new byte[size]);
        }
        return many;
    }

    private static Map<String, byte[]> folders(int count) {
        var many = new TreeMap<String, byte[]>();
        for (var i = 0; i < count; i++) {
            many.put("d" + i + "/", new byte[0]);
        }
        return many;
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
