package fr.ruche.database;

import fr.ruche.startup.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that survived the program that had started it (after a {@code kill -9}, for instance). */
class LeftOver {

    private static final Logger log = LoggerFactory.getLogger(LeftOver.class);
    private static final int SECONDS_TO_STOP = 30;

    private final Path data;

    LeftOver(Path data) {
        this.data = data;
    }

    /**
     * Stops it, so that a new one can take over its data; removes the mark of one that is dead. A process is touched
     * only when it is a PostgreSQL that works on this very folder.
     */
    void stop() {
        var mark = data.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return;
        }
        var process = pid(mark).flatMap(ProcessHandle::of).filter(this::isOurs);
        process.ifPresent(this::stop);
        if (process.isEmpty()) {
            delete(mark);
        }
    }

    private static Optional<Long> pid(Path mark) {
        try {
            return Files.readAllLines(mark).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        return info.command().filter(command -> command.endsWith("/postgres")).isPresent()
                && info.arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .isPresent();
    }

    private void stop(ProcessHandle process) {
        log.info(
                "Un PostgreSQL est resté d’un arrêt brutal (processus {}) : arrêt, puis reprise de ses données…",
                process.pid());
        signal("INT", process);
        if (!endsInTime(process)) {
            signal("QUIT", process);
            if (!endsInTime(process)) {
                throw new StartRefused(
                        "Le PostgreSQL resté d’un arrêt brutal (processus " + process.pid() + ") ne s’arrête pas.",
                        "Arrêtez-le (kill " + process.pid() + "), puis recommencez.");
            }
        }
    }

    /** PostgreSQL takes INT as « stop now, cleanly » where TERM would wait for its clients. */
    private static void signal(String signal, ProcessHandle process) {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            kill.waitFor();
        } catch (IOException unavailable) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException still) {
            return !process.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static void delete(Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException kept) {
            log.warn("La marque {} d’un PostgreSQL disparu ne peut pas être effacée : {}", mark, kept.getMessage());
        }
    }
}
