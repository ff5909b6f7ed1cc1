package fr.ruche.bench;

import fr.ruche.ApiClient;
import fr.ruche.TestBrowser;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Measures how long a thousand dossiers take to be ranked and drawn anew, and prints it: {@code mvn -Pbench test
 * -Dtest=DeliberationBench}. No test: it asserts no time.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ruche.database.home=target/bench-database/${random.uuid}", "ruche.demonstration.dossiers=false"})
@ActiveProfiles({"test", "bench"})
class DeliberationBench {

    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 1000);
    private static final int TIMES = Integer.getInteger("bench.times", 60);

    @Autowired
    MarkingSessions given;

    @Autowired
    Markings markings;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @Test
    void speed() {
        var session = given.open(1);
        for (var juror : List.of(MarkingSessions.PRESIDENT, MarkingSessions.ELECTED, MarkingSessions.TOWN)) {
            given.mark(session.id(), session.onAgenda().get(0).dossier(), juror, 4, "");
        }
        markings.reveal(session.id(), true, given.actor("gestionnaire"));
        var api = ApiClient.as("gestionnaire", port);
        var scenarios = "/jury/sessions/" + session.id() + "/scenarios";
        var strict =
                api.post(scenarios, "{\"name\": \"Au rang\"}").json().path("id").asText();
        var shared =
                api.post(scenarios, "{\"name\": \"Prorata\"}").json().path("id").asText();
        copy(session.id());
        sql.sql("update deliberation_scenario set mode = 'PRORATA' where id = ?")
                .param(UUID.fromString(shared))
                .update();
        var pages = new TestBrowser(port).signIn("gestionnaire");
        var page = "/bureau/seances/" + session.id() + "/deliberation?scenario=";
        print("API, rank", () -> api.get(scenarios + "/" + strict).status());
        print("page, rank", () -> pages.get(page + strict).statusCode());
        print("API, pro rata", () -> api.get(scenarios + "/" + shared).status());
        print("page, pro rata", () -> pages.get(page + shared).statusCode());
    }

    /** The agenda and the facts of one dossier under other numbers and scores. */
    private void copy(UUID session) {
        sql.sql("""
                        insert into jury_agenda_item (id, session, dossier, position, added_by, added_at)
                        select gen_random_uuid(), session, 'BENCH-' || n, n, added_by, added_at
                        from jury_agenda_item, generate_series(1001, 1000 + ?) n where session = ?""").params(DOSSIERS - 1, session).update();
        sql.sql("""
                        update deliberation d set facts = d.facts || (
                            select jsonb_agg(d.facts -> 0 || jsonb_build_object(
                                'dossier', 'BENCH-' || n, 'score', 50 + (n * 7919 % 5000) / 100.0))
                            from generate_series(1001, 1000 + ?) n) where session = ?""").params(DOSSIERS - 1, session).update();
    }

    private static void print(String what, Supplier<Integer> once) {
        var times = new double[TIMES];
        for (var at = 0; at < 2 * TIMES; at++) {
            var from = System.nanoTime();
            if (once.get() != 200) {
                throw new IllegalStateException(what);
            }
            times[at % TIMES] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "DELIBERATION %s, %d dossiers: median %.0f ms, 95 %% within %.0f ms%n",
                what, DOSSIERS, times[TIMES / 2], times[TIMES * 95 / 100]);
    }
}
