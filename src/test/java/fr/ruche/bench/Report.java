package fr.ruche.bench;

import fr.ruche.dossier.DossierLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what was measured between the two marks of {@code docs/performance.md}. */
final class Report {

    private static final Path FILE = Path.of(System.getProperty("bench.report", "docs/performance.md"));
    private static final Path NOTES = Path.of("target/bench-statements.txt");
    private static final String BEGIN = "<!-- measured: begin -->";
    private static final String END = "<!-- measured: end -->";

    private final JdbcTemplate sql;
    private final List<String> lines = new ArrayList<>();

    Report(JdbcTemplate sql) {
        this.sql = sql;
        line("Measured on "
                + DateTimeFormatter.ISO_LOCAL_DATE.format(Instant.now().atOffset(ZoneOffset.UTC)) + ": " + machine()
                + ".");
    }

    private String machine() {
        var memory = ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        return "%d cores, %d GB of memory, %s %s, JDK %s, PostgreSQL %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(memory / 1e9),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        sql.queryForObject("show server_version", String.class));
    }

    void line(String text) {
        lines.add(text);
        System.out.println(text);
    }

    void title(String text) {
        line("");
        line("### " + text);
        line("");
    }

    void table(String... names) {
        row((Object[]) names);
        line("|" + "---|".repeat(names.length));
    }

    /** Numbers below ten keep one or two digits. */
    void row(Object... cells) {
        var row = new StringBuilder("|");
        for (var cell : cells) {
            row.append(' ')
                    .append(cell instanceof Double number ? shown(number) : cell)
                    .append(" |");
        }
        line(row.toString());
    }

    static String shown(double number) {
        return Double.isInfinite(number)
                ? "> " + Screens.PATIENCE
                : String.format(Locale.ROOT, number < 1 ? "%.2f" : number < 20 ? "%.1f" : "%.0f", number);
    }

    void lifecycles(List<Map<String, Race.Result>> results) {
        table(
                "clients",
                "what",
                "lifecycles/s",
                "of the bare engine",
                "completions/s",
                "of the bare engine",
                "statements per lifecycle",
                "WAL per lifecycle, kB",
                "processor time of the program per lifecycle, ms");
        results.forEach(this::rates);
        title("Each step at the most clients");
        table("what", "step", "p50, ms", "p95, ms", "statements", "times");
        results.get(results.size() - 1)
                .forEach((name, result) -> result.samples()
                        .steps()
                        .forEach((step, taken) -> row(
                                name,
                                step,
                                taken.quantile(0.5),
                                taken.quantile(0.95),
                                taken.statements(),
                                taken.count())));
    }

    void lists(int open, Map<String, double[]> worklist, List<DossierLists.Row> lists) {
        title("Our lists at " + open + " open tasks");
        table("list", "p50, ms", "p95, ms", "worst, ms");
        worklist.forEach(
                (name, times) -> row("tasks (service) " + name, at(times, 0.5), at(times, 0.95), at(times, 1)));
        lists.forEach(list ->
                row("dossiers (database) " + list.who() + ": " + list.list(), list.median(), list.p95(), list.worst()));
    }

    void tasklist(int open, Map<String, double[]> filters) {
        title("Tasklist's filters at " + open + " open tasks: fifteen tasks and their number, over HTTP");
        table("filter", "p50, ms", "p95, ms", "worst, ms");
        filters.forEach((name, times) -> row(name, at(times, 0.5), at(times, 0.95), at(times, 1)));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private void rates(Map<String, Race.Result> results) {
        var bare = results.getOrDefault(
                        SpeedBench.BARE, results.values().iterator().next())
                .samples();
        results.forEach((name, result) -> {
            var samples = result.samples();
            row(
                    result.clients(),
                    name,
                    samples.rate(),
                    samples.rate() / bare.rate(),
                    samples.rate() * completions(name),
                    samples.rate() * completions(name) / bare.rate() / completions(SpeedBench.BARE),
                    samples.statements(),
                    result.wal(),
                    result.work());
        });
    }

    private static int completions(String name) {
        return name.equals(SpeedBench.BARE) ? BareEngine.TASKS : ProductFlow.COMPLETIONS.size();
    }

    void write() throws IOException {
        var before = Files.exists(FILE) ? Files.readString(FILE) : BEGIN + "\n" + END + "\n";
        var from = before.indexOf(BEGIN) + BEGIN.length();
        var to = before.indexOf(END);
        Files.writeString(
                FILE, before.substring(0, from) + "\n\n" + String.join("\n", lines) + "\n\n" + before.substring(to));
    }

    /** The statements of one lifecycle of each way, by step, the most frequent first. */
    static void note(Map<String, Supplier<Flow>> ways) throws IOException {
        var text = new StringBuilder();
        ways.forEach((name, way) -> {
            text.append("=== ").append(name).append('\n');
            way.get().once(new Samples() {
                @Override
                void step(String step, Runnable work) {
                    var noted = Statements.noted(() -> super.step(step, work));
                    var sum =
                            noted.values().stream().mapToInt(Integer::intValue).sum();
                    text.append("--- ").append(step).append(": ").append(sum).append('\n');
                    noted.entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue()
                                    .reversed())
                            .forEach(entry -> text.append("%4d  ".formatted(entry.getValue()))
                                    .append(entry.getKey().replaceAll("\\s+", " "))
                                    .append('\n'));
                }
            });
        });
        Files.writeString(NOTES, text);
    }
}
