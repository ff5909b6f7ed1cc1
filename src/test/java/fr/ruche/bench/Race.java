package fr.ruche.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets several ways of working take turns with the same number of clients, so that a noisy machine disturbs all. */
final class Race {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);

    private final JdbcTemplate sql;
    private final Map<String, Supplier<Flow>> ways;

    /** @param ways each gives the flow of a new client */
    Race(JdbcTemplate sql, Map<String, Supplier<Flow>> ways) {
        this.sql = sql;
        this.ways = ways;
    }

    static String shape() {
        return ROUNDS + " × " + SECONDS + " s";
    }

    Map<String, Result> run(int clients) {
        var samples = new LinkedHashMap<String, List<Samples>>();
        var wal = new LinkedHashMap<String, Double>();
        var work = new LinkedHashMap<String, Double>();
        for (var round = 0; round < ROUNDS; round++) {
            ways.forEach((name, way) -> {
                var before = position();
                var worked = worked();
                samples.computeIfAbsent(name, fresh -> new ArrayList<>()).add(slice(way, clients));
                wal.merge(name, position() - before, Double::sum);
                work.merge(name, worked() - worked, Double::sum);
            });
        }
        var results = new LinkedHashMap<String, Result>();
        samples.forEach((name, slices) -> {
            var all = Samples.over(slices);
            results.put(
                    name,
                    new Result(
                            clients, all, wal.get(name) / 1024 / all.lifecycles(), work.get(name) / all.lifecycles()));
        });
        return results;
    }

    private Samples slice(Supplier<Flow> way, int clients) {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> client(way.get())))
                    .toList();
            return Samples.together(running.stream().map(Race::result).toList());
        } finally {
            threads.shutdown();
        }
    }

    private static Samples client(Flow flow) {
        var samples = new Samples();
        var began = System.nanoTime();
        var end = began + SECONDS * 1_000_000_000L;
        var done = 0;
        do {
            flow.once(samples);
            done++;
        } while (System.nanoTime() < end);
        samples.did(done, (System.nanoTime() - began) / 1e9);
        return samples;
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** In the log that makes changes durable, in bytes. */
    private double position() {
        return sql.queryForObject("select pg_current_wal_insert_lsn() - '0/0'", Double.class);
    }

    /** How long the program (without the database) has computed, in milliseconds. */
    private static double worked() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e6;
    }

    /**
     * @param wal kilobytes of log per lifecycle, whatever the reason it was written for
     * @param work milliseconds of processor per lifecycle in the program, the database apart
     */
    record Result(int clients, Samples samples, double wal, double work) {}
}
