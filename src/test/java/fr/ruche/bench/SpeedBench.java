package fr.ruche.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.ruche.dossier.DossierLists;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/**
 * Measures Ruche and writes what it finds into {@code docs/performance.md}: {@code mvn -Pbench verify}. No test: it
 * asserts no time. Smaller: {@code -Dbench.seconds=2 -Dbench.rounds=1 -Dbench.open=10000}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=" + SpeedBench.CONNECTIONS,
            "ruche.database.home=target/bench-database/${random.uuid}",
            "ruche.demonstration.dossiers=false"
        })
@ActiveProfiles({"test", "bench"})
@Import({Statements.OfProduct.class, ProductFlow.class, Crowd.class, Screens.class})
class SpeedBench {

    static final int CONNECTIONS = 20;
    static final String PRODUCT = "Ruche";
    static final String CLAIMING = "Ruche, each task taken first";
    static final String BARE = "bare engine";

    private static final List<String> WAYS =
            List.of(System.getProperty("bench.ways", String.join(";", BARE, PRODUCT, CLAIMING))
                    .split(";"));
    private static final int[] CLIENTS = numbers("bench.clients", "1,4,8");
    private static final int[] OPEN = numbers("bench.open", "10000,100000,500000");

    @Autowired
    DataSource database;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ProductFlow product;

    @Autowired
    Crowd crowd;

    @Autowired
    Screens screens;

    @LocalServerPort
    int port;

    private static int[] numbers(String property, String usual) {
        return Stream.of(System.getProperty(property, usual).split(","))
                .filter(number -> !number.isBlank())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Test
    void speed() throws IOException, SQLException {
        product.prepare();
        try (var bare = BareEngine.start(database.unwrap(HikariDataSource.class))) {
            var ways = new LinkedHashMap<String, Supplier<Flow>>();
            ways.put(BARE, bare::flow);
            ways.put(PRODUCT, () -> product.client(false));
            ways.put(CLAIMING, () -> product.client(true));
            ways.keySet().retainAll(WAYS);
            warmUp(ways);
            note(ways);
            var race = new Race(sql, ways);
            var report = new Report(sql);
            report.title("Whole lives, the database nearly empty (" + Race.shape() + " each)");
            report.lifecycles(race(race));
            report.write();
            for (var size : OPEN) {
                crowd.fillTo(size);
                report.lists(crowd.openTasks(), screens.worklist(), new DossierLists(sql).measure());
                report.tasklist(crowd.openTasks(), screens.tasklist(port));
                report.write(); // what follows takes long, and may be cut short
            }
            if (OPEN.length > 0) {
                report.title("Whole lives beside " + crowd.openTasks() + " open tasks (the bare engine beside none)");
                report.lifecycles(List.of(race.run(CLIENTS[CLIENTS.length - 1])));
            }
            report.write();
        }
    }

    /** Compiled and cached as in a program that has run for a while. */
    private static void warmUp(Map<String, Supplier<Flow>> ways) {
        var warm = Integer.getInteger("bench.warm", 150);
        ways.values().stream().map(Supplier::get).forEach(flow -> {
            for (var at = 0; at < warm; at++) {
                flow.once(new Samples());
            }
        });
    }

    /** What each step sends to the database, for whoever looks for what to spare. */
    private static void note(Map<String, Supplier<Flow>> ways) throws IOException {
        Report.note(ways);
    }

    private static List<Map<String, Race.Result>> race(Race race) {
        var results = new ArrayList<Map<String, Race.Result>>();
        for (var clients : CLIENTS) {
            results.add(race.run(clients));
        }
        return results;
    }
}
