package fr.ruche.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import fr.ruche.TestAccounts;
import fr.ruche.TestBrowser;
import fr.ruche.dossier.TaskFilter;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.worklist.Worklist;
import fr.ruche.worklist.WorklistView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The first page of each list of tasks: ours through its service, Tasklist's through its own addresses. */
@TestComponent
class Screens {

    private static final int TIMES = Integer.getInteger("bench.times", 40);
    static final int PATIENCE = 5_000;

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TAKER = "agent-5";

    private final Worklist worklist;
    private final Actors actors;
    private final TestAccounts accounts;
    private final JdbcTemplate sql;
    private final HikariDataSource pool;

    Screens(Worklist worklist, Actors actors, TestAccounts accounts, JdbcTemplate sql, DataSource database)
            throws SQLException {
        this.worklist = worklist;
        this.actors = actors;
        this.accounts = accounts;
        this.sql = sql;
        this.pool = database.unwrap(HikariDataSource.class);
    }

    /** Milliseconds, sorted, by what is asked. */
    Map<String, double[]> worklist() {
        accounts.ensure(TAKER, new Membership(Role.MANAGER, null));
        var times = new LinkedHashMap<String, double[]>();
        for (var who : new String[] {"technicien", "instructeur", "jure-interco"}) {
            ours(times, who, WorklistView.GROUPS);
            ours(times, who, WorklistView.FREE);
        }
        ours(times, TAKER, WorklistView.MINE);
        ours(times, "gestionnaire", WorklistView.ALL);
        return times;
    }

    private void ours(Map<String, double[]> times, String who, WorklistView view) {
        var actor = actors.find(who).orElseThrow();
        times.put(who + ": " + view, times(3, TIMES, () -> worklist.list(actor, view, TaskFilter.ALL, 0)));
    }

    /** As its first screen asks: fifteen tasks of a filter and their number; infinite where it takes too long. */
    Map<String, double[]> tasklist(int port) {
        patience("'" + PATIENCE + "ms'");
        try {
            return filters(port);
        } finally {
            patience("default");
        }
    }

    /** For every statement of the product from now on. */
    private void patience(String timeout) {
        sql.execute("alter role current_user set statement_timeout = " + timeout);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private Map<String, double[]> filters(int port) {
        var times = new LinkedHashMap<String, double[]>();
        for (var who : new String[] {"technicien", "instructeur", "gestionnaire"}) {
            var browser = new TestBrowser(port).signIn(who);
            filters(browser)
                    .forEach((name, id) -> times.put(
                            who + ": " + name,
                            patiently(() ->
                                    get(browser, ENGINE + "/filter/" + id + "/list?firstResult=0&maxResults=15"))));
        }
        return times;
    }

    /** What is slow is asked once. */
    private static double[] patiently(Runnable asked) {
        try {
            var first = times(0, 1, asked);
            return first[0] > 1_000 ? first : times(0, Math.max(5, TIMES / 6), asked);
        } catch (IllegalStateException cutShort) {
            return new double[] {Double.POSITIVE_INFINITY};
        }
    }

    private static Map<String, String> filters(TestBrowser browser) {
        var names = new LinkedHashMap<String, String>();
        try {
            var answer = get(
                    browser,
                    ENGINE + "/filter?resourceType=" + URLEncoder.encode("Task", StandardCharsets.UTF_8)
                            + "&maxResults=100");
            StreamSupport.stream(JsonMapper.builder().build().readTree(answer).spliterator(), false)
                    .forEach(filter -> names.put(
                            filter.path("name").asText(), filter.path("id").asText()));
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
        return names;
    }

    private static String get(TestBrowser browser, String path) {
        var answer = browser.get(path, "Accept", "application/hal+json, application/json; q=0.5");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static double[] times(int before, int times, Runnable asked) {
        IntStream.range(0, before).forEach(at -> asked.run());
        return IntStream.range(0, times)
                .mapToDouble(at -> {
                    var began = System.nanoTime();
                    asked.run();
                    return (System.nanoTime() - began) / 1e6;
                })
                .sorted()
                .toArray();
    }
}
