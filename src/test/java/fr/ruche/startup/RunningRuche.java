package fr.ruche.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ruche.Ruche;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as an operator runs it: a process of its own on a data folder, which can be killed and started again. */
class RunningRuche {

    private static final Duration TO_START = Duration.ofMinutes(2);

    private final Path home;
    private final int port = freePort();
    private Process process;

    private RunningRuche(Path home) {
        this.home = home;
        this.process = launch();
    }

    static RunningRuche on(Path home) {
        var ruche = new RunningRuche(home);
        ruche.awaitHealth();
        return ruche;
    }

    int port() {
        return port;
    }

    /** As {@code kill -9} does: no hook runs, and its PostgreSQL is left over. */
    void kill() {
        process.destroyForcibly();
        assertThat(ended()).isTrue();
    }

    void startAgain() {
        process = launch();
        awaitHealth();
    }

    /** As {@code kill} does; nothing is left running afterwards, come what may. */
    void stop() {
        var database = database();
        process.destroy();
        var clean = ended();
        process.destroyForcibly();
        database.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroy);
        assertThat(clean).as(log()).isTrue();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    /** Its database, by a way that the program knows nothing of. */
    Connection sql() throws SQLException {
        var lines = mark();
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + lines.get(3).strip() + "/ruche",
                "ruche",
                read(home.resolve("password")).get(0).strip());
    }

    private Optional<ProcessHandle> database() {
        return Files.exists(home.resolve("data/postmaster.pid"))
                ? ProcessHandle.of(Long.parseLong(mark().get(0).strip()))
                : Optional.empty();
    }

    private List<String> mark() {
        return read(home.resolve("data/postmaster.pid"));
    }

    private boolean ended() {
        try {
            return process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process launch() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        Ruche.class.getName(),
                        "--server.port=" + port,
                        "--ruche.database.home=" + home,
                        "--ruche.demonstration.enabled=true",
                        "--ruche.demonstration.dossiers=false")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("RUCHE_"));
        builder.environment().put("CLASSPATH", classPath());
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is delivered: without the classes and the settings of the tests. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitHealth() {
        await().atMost(TO_START).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as(log()).isTrue();
            return healthy();
        });
    }

    private boolean healthy() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path output() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private String log() {
        return String.join("\n", read(output()));
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static int freePort() {
        try (var momentarily = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return momentarily.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
