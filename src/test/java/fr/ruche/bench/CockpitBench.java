package fr.ruche.bench;

import fr.ruche.TestBrowser;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Measures how long the pages of the cockpit take over one call of 100 000 dossiers received in three years, and prints
 * it: {@code mvn -Pbench test -Dtest=CockpitBench}. Smaller: {@code -Dbench.dossiers=10000}. No test: it asserts no
 * time.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ruche.database.home=target/bench-database/${random.uuid}", "ruche.demonstration.dossiers=false"})
@ActiveProfiles({"test", "bench"})
@Import(Crowd.class)
class CockpitBench {

    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 100_000);
    private static final int TIMES = Integer.getInteger("bench.times", 40);
    private static final String CALL = "DSDT-2025";

    @Autowired
    Crowd crowd;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @Test
    void speed() {
        crowd.inOneCall(2025);
        crowd.fillTo((int) (DOSSIERS * 0.86));
        crowd.withPassages();
        crowd.withMarks();
        sql.sql("insert into call select (jsonb_populate_record(c, '{\"code\": \"" + CALL
                        + "\"}')).* from call c where code = 'DSDT-2026'")
                .update();
        sql.sql("insert into call_version select (jsonb_populate_record(v, '{\"call\": \"" + CALL
                        + "\"}')).* from call_version v where call = 'DSDT-2026'")
                .update();
        System.out.printf(
                "COCKPIT %d dossiers, %d passages, %d open tasks, %d marks%n",
                sql.sql("select count(*) from dossier where call = ?")
                        .param(CALL)
                        .query(Integer.class)
                        .single(),
                sql.sql("select count(*) from dossier_step where call = ?")
                        .param(CALL)
                        .query(Integer.class)
                        .single(),
                crowd.openTasks(),
                sql.sql("select count(*) from dossier_mark")
                        .query(Integer.class)
                        .single());
        var manager = new TestBrowser(port).signIn("gestionnaire");
        for (var page : new String[] {
            "",
            "&by=MEASURE",
            "&territory=200093201",
            "&measure=F1",
            "/parcours",
            "/parcours&version=1",
            "/parcours&territory=200093201",
            "/parcours&measure=F1",
            "/echeances",
            "/echeances&measure=F1",
            "/delais",
            "/delais&measure=F1&by=HOLDER_KIND",
            "/equite",
            "/equite&measure=F1",
            "/equite&territory=200093201",
            "/equite/sans-fiche",
            "/equite/sans-fiche&scope=EVER"
        }) {
            var cut = page.indexOf('&');
            var path = cut < 0 ? page : page.substring(0, cut);
            var filters = cut < 0 ? "" : page.substring(cut);
            print(manager, "/bureau/pilotage" + path + "?call=" + CALL + filters);
        }
        print(manager, "/bureau/dossiers?call=" + CALL + "&reached=JURY");
        print(manager, "/bureau/dossiers?call=" + CALL + "&difficulty=5&reached=FINANCE");
        print(manager, "/bureau/dossiers?call=" + CALL + "&marked=true&territory=200093201");
        print(manager, "/bureau/dossiers?call=" + CALL + "&due=IN_7&holderKind=ASSOCIATION");
        print(manager, "/bureau/mes-taches?view=ALL&group=conformity-200093201&due=IN_15");
        print(manager, "/bureau/mes-taches?view=ALL&holder=agent-7");
    }

    private static void print(TestBrowser manager, String page) {
        var times = new double[TIMES];
        for (var at = 0; at < TIMES + 10; at++) {
            var from = System.nanoTime();
            var status = manager.get(page).statusCode();
            if (status != 200) {
                throw new IllegalStateException(page + ": " + status);
            }
            times[at % TIMES] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "COCKPIT %s: median %.0f ms, 95 %% within %.0f ms, worst %.0f ms%n",
                page, times[TIMES / 2], times[TIMES * 95 / 100], times[TIMES - 1]);
    }
}
