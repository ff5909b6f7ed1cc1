package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says why in one line. */
class StartTests {

    @TempDir
    Path home;

    @Test
    void aTakenPort() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(other.getLocalPort());

            assertOneLine(Map.of("SERVER_PORT", port), "Le port " + port + " est déjà pris", "SERVER_PORT=");
        }
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        var file = Files.createFile(home.resolve("file"));

        assertOneLine(Map.of("RUCHE_DATABASE_HOME", file.toString()), "ne peut pas être créé", "RUCHE_DATABASE_HOME");
    }

    @Test
    void anExternalDatabaseThatDoesNotAnswer() {
        assertOneLine(
                Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/ruche"),
                "La base de données ne répond pas",
                "SPRING_DATASOURCE_URL");
    }

    private void assertOneLine(Map<String, String> settings, String problem, String cure) {
        var program = Program.startInVain(home, settings);

        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.output()).hasSize(1);
        assertThat(program.output().get(0))
                .startsWith("Ruche ne peut pas démarrer. ")
                .contains(problem, cure);
    }
}
