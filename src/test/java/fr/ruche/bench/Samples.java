package fr.ruche.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What was measured of one way of working: how long each step took and how many statements it sent. */
class Samples {

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private int lifecycles;
    private double rate;

    void step(String name, Runnable work) {
        var sent = Statements.sent();
        var began = System.nanoTime();
        work.run();
        var took = System.nanoTime() - began;
        steps.computeIfAbsent(name, fresh -> new Step()).add(took / 1e6, Statements.sent() - sent);
    }

    /** One client did so many in so many seconds. */
    void did(int lifecycles, double seconds) {
        this.lifecycles += lifecycles;
        this.rate += lifecycles / seconds;
    }

    /** Those of all clients at once. */
    static Samples together(List<Samples> clients) {
        var all = new Samples();
        for (var client : clients) {
            all.lifecycles += client.lifecycles;
            all.rate += client.rate;
            client.steps.forEach((name, step) ->
                    all.steps.computeIfAbsent(name, fresh -> new Step()).addAll(step));
        }
        return all;
    }

    /** Those of several slices: the rate is the median of theirs. */
    static Samples over(List<Samples> slices) {
        var all = together(slices);
        all.rate = slices.stream().mapToDouble(slice -> slice.rate).sorted().toArray()[slices.size() / 2];
        return all;
    }

    int lifecycles() {
        return lifecycles;
    }

    /** Per second. */
    double rate() {
        return rate;
    }

    /** Statements per lifecycle. */
    double statements() {
        return (double) steps.values().stream()
                        .mapToLong(step -> step.statements)
                        .sum()
                / lifecycles;
    }

    Map<String, Step> steps() {
        return steps;
    }

    /** All executions of one step. */
    static final class Step {

        private DoubleStream.Builder times = DoubleStream.builder();
        private double[] sorted = new double[0];
        private long statements;
        private int count;

        private void add(double time, long sent) {
            times.add(time);
            statements += sent;
            count++;
        }

        private void addAll(Step other) {
            for (var time : other.sorted()) {
                times.add(time);
            }
            statements += other.statements;
            count += other.count;
        }

        private double[] sorted() {
            if (sorted.length == 0) {
                sorted = times.build().sorted().toArray();
                times = DoubleStream.builder();
            }
            return sorted;
        }

        /** In milliseconds; share from 0 to 1. */
        double quantile(double share) {
            return sorted()[(int) Math.min(count - 1, Math.floor(share * count))];
        }

        double statements() {
            return (double) statements / count;
        }

        int count() {
            return count;
        }
    }
}
