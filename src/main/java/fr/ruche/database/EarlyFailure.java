package fr.ruche.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the wait for a PostgreSQL that has already given up: zonky waits for the whole delay, which has to be long
 * because a recovery may be. Interrupts the thread that made it; closing takes the interruption back.
 */
class EarlyFailure implements AutoCloseable {

    private static final int MILLISECONDS = 200;

    private final Path log;
    private final Thread waiting = Thread.currentThread();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(EarlyFailure::thread);

    EarlyFailure(Path log) throws IOException {
        this.log = log;
        Files.deleteIfExists(log);
        var unused = watch.scheduleWithFixedDelay(this::look, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "postgresql-start");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        try {
            if (Files.exists(log)
                    && Files.readString(log, StandardCharsets.ISO_8859_1).contains("could not start server")) {
                waiting.interrupt();
                watch.shutdown();
            }
        } catch (IOException notYet) {
            watch.shutdown();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        Thread.interrupted();
    }
}
