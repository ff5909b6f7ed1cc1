package fr.ruche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged jar, running on a data folder of its own. */
class Program implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ruche est prête : http://localhost:(\\d+)/");
    private static final int PATIENCE = 300;

    private final Path home;
    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Program(Path home, Map<String, String> environment) {
        this.home = home;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("ruche.jar"))
                .redirectErrorStream(true);
        builder.environment().put("RUCHE_DATABASE_HOME", home.toString());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var reader = new Thread(this::listen, "program-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it and waits until it says that it is ready. */
    static Program start(Path home) {
        var program = new Program(home, Map.of());
        program.port();
        return program;
    }

    /** Starts it with settings that must not work, and waits for its end. */
    static Program startInVain(Path home, Map<String, String> environment) {
        var program = new Program(home, environment);
        program.waitForEnd();
        return program;
    }

    private void listen() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                output.add(line);
                var ready = READY.matcher(line);
                if (ready.find()) {
                    port.complete(Integer.valueOf(ready.group(1)));
                }
            });
        } catch (IOException | UncheckedIOException killed) {
            output.add("(end of output)");
        }
        port.completeExceptionally(new IllegalStateException(String.join("\n", output)));
    }

    int port() {
        try {
            return port.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join("\n", output), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    List<String> output() {
        return List.copyOf(output);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    void killBrutally() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** The database of the running program. */
    JdbcTemplate database() {
        try {
            var mark = Files.readAllLines(home.resolve("data/postmaster.pid"));
            var password = Files.readString(home.resolve("password")).strip();
            var url = "jdbc:postgresql://localhost:" + mark.get(3) + "/ruche";
            return new JdbcTemplate(new DriverManagerDataSource(url, "ruche", password));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void waitForEnd() {
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }
}
