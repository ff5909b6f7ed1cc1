package fr.ruche.database;

import fr.ruche.startup.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running embedded PostgreSQL: only this account of the machine can reach it, and it keeps what it commits. */
class EmbeddedPostgresql implements AutoCloseable {

    /** Owns the database of the program, and nothing more. */
    static final String OWNER = "ruche";

    /** The major version that the build brings. */
    static final String MAJOR = "17";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresql.class);
    private static final String SUPERUSER = "postgres";

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedPostgresql(DataFolder folder, EmbeddedPostgres server, String password) {
        this.folder = folder;
        this.server = server;
        this.password = password;
    }

    static EmbeddedPostgresql start(DataFolder folder) {
        folder.open(MAJOR);
        new LeftOver(folder.data()).stop();
        log.info(
                folder.holdsData()
                        ? "Démarrage de PostgreSQL sur les données de {}…"
                        : "Première fois : création de la base de données dans {} (quelques secondes)…",
                folder.data().getParent());
        try (var watch = new EarlyFailure(folder.log())) {
            var password = new Secret(folder.password()).read(folder.holdsData());
            var running = new EmbeddedPostgresql(folder, launch(folder, password), password);
            watch.close();
            running.prepare();
            return running;
        } catch (IOException | IllegalStateException | SQLException failed) {
            folder.close();
            throw notStarted(folder);
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, String password) throws IOException {
        // zonky's own shutdown hook would stop PostgreSQL before the engine and the pool: the context closes it
        // instead. Its defaults trust every local user and do not flush to disk; both are overridden.
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("log_checkpoints", "off")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.password().toString())
                .setConnectConfig("password", password)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setPGStartupWait(Duration.ofMinutes(3))
                .start();
    }

    /** The database of the program belongs to an account without privileges. */
    private void prepare() throws SQLException {
        try (var connection =
                        server.getPostgresDatabase(Map.of("password", password)).getConnection();
                var sql = connection.createStatement()) {
            if (!sql.executeQuery("select 1 from pg_roles where rolname = '" + OWNER + "'")
                    .next()) {
                sql.execute("create role " + OWNER + " login password '" + password + "'");
            }
            if (!sql.executeQuery("select 1 from pg_database where datname = '" + OWNER + "'")
                    .next()) {
                sql.execute("create database " + OWNER + " owner " + OWNER);
            }
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + OWNER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try (folder) {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static StartRefused notStarted(DataFolder folder) {
        return new StartRefused(
                "Le PostgreSQL embarqué ne démarre pas" + lastWord(folder) + ".",
                "Voyez " + folder.log() + ", ou utilisez votre propre PostgreSQL : SPRING_DATASOURCE_URL.");
    }

    private static String lastWord(DataFolder folder) {
        try {
            return Files.readAllLines(folder.log()).stream()
                    .filter(line -> line.contains("FATAL") || line.contains("error"))
                    .reduce((earlier, later) -> later)
                    .map(line -> " (" + line.strip() + ")")
                    .orElse("");
        } catch (IOException none) {
            return "";
        }
    }
}
