package fr.ruche.bench;

import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.audit.Audit;
import fr.ruche.audit.Seals;
import fr.ruche.identity.Actors;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/**
 * Measures the journal at a million facts, and prints it: {@code mvn -Pbench test -Dtest=AuditBench}. Smaller:
 * {@code -Dbench.facts=100000}. The dossiers come from {@code bench/dossiers.sql}; eight lines of a timeline each, the
 * evidence of its deposits, and what managers do beside, are inserted ({@code bench/facts.sql}) and sealed by the
 * sealer itself. No test: it asserts no time.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ruche.database.home=target/bench-database/${random.uuid}",
            "ruche.demonstration.dossiers=false",
            "ruche.audit.every=P1D"
        })
@ActiveProfiles({"test", "bench"})
@Import(Crowd.class)
class AuditBench {

    private static final int FACTS = Integer.getInteger("bench.facts", 1_000_000);
    private static final int TIMES = Integer.getInteger("bench.times", 40);

    @Autowired
    Crowd crowd;

    @Autowired
    TestDossiers given;

    @Autowired
    Seals seals;

    @Autowired
    Audit audit;

    @Autowired
    Actors actors;

    @Autowired
    JdbcTemplate sql;

    @LocalServerPort
    int port;

    @Test
    void speed() {
        seals.seal();
        var before = count();
        crowd.withFacts(FACTS / 10);
        var waiting = sql.queryForObject("select count(*) from audit_pending", Long.class);
        System.out.printf("AUDIT %d facts await their seal%n", waiting);
        var from = System.nanoTime();
        seals.seal();
        var seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                "AUDIT sealed %d facts in %.0f s: %.0f a second%n",
                count() - before, seconds, (count() - before) / seconds);
        sql.execute("vacuum analyze audit_seal");
        sql.execute("vacuum analyze audit_pending");
        sql.execute("vacuum analyze dossier_event");

        given.conform();
        measured("sealing what one dossier did, at " + count() + " facts", () -> {
            given.conform();
            seals.seal();
        });

        var manager = new TestBrowser(port).signIn("gestionnaire");
        var journal = "/bureau/gestion/journal";
        var deep = sql.queryForObject("select position from audit_seal where position = ?", Long.class, count() / 2);
        var dossier = sql.queryForObject(
                "select subject from audit_seal where domain = 'DOSSIER' and position = ?", String.class, count() / 2);
        for (var query : List.of(
                "",
                "?before=" + deep,
                "?actor=agent-7",
                "?actor=agent-7&before=" + deep,
                "?actor=gestionnaire",
                "?subject=" + dossier,
                "?domain=RULE",
                "?domain=RIGHT",
                "?domain=EVIDENCE",
                "?from=2023-03-01&to=2023-03-31",
                "?domain=DOSSIER&actor=agent-7&from=2023-03-01&to=2023-12-31",
                "?actor=personne")) {
            page(manager, journal + query);
        }
        var administrator = new TestBrowser(port).signIn("admin");
        page(administrator, journal);
        page(administrator, journal + "?domain=RIGHT");
        page(manager, journal + "/sceaux");

        var me = actors.find("gestionnaire").orElseThrow();
        timed("verification of " + count() + " facts", () -> {
            if (!audit.verify(me).whole()) {
                throw new IllegalStateException(audit.verify(me).breaches().toString());
            }
        });
        timed("chain of " + count() + " facts as a text", () -> audit.chain(0, OutputStream.nullOutputStream(), me));
        sql.update("insert into personal_interest (id, username, commune, capacity, declared_by, declared_at)"
                + " select gen_random_uuid(), 'gestionnaire', commune, 'Essai', 'Essai', now() from dossier"
                + " where commune is not null limit 1");
        page(manager, journal);
    }

    private long count() {
        return sql.queryForObject("select count(*) from audit_seal", Long.class);
    }

    private static void page(TestBrowser reader, String page) {
        measured(page, () -> {
            var status = reader.get(page).statusCode();
            if (status != 200) {
                throw new IllegalStateException(page + ": " + status);
            }
        });
    }

    private static void measured(String what, Runnable work) {
        var times = new double[TIMES];
        for (var at = 0; at < TIMES + 10; at++) {
            var from = System.nanoTime();
            work.run();
            times[at % TIMES] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "AUDIT %s: median %.0f ms, 95 %% within %.0f ms, worst %.0f ms%n",
                what, times[TIMES / 2], times[TIMES * 95 / 100], times[TIMES - 1]);
    }

    private static void timed(String what, Runnable work) {
        var from = System.nanoTime();
        work.run();
        System.out.printf("AUDIT %s: %.1f s%n", what, (System.nanoTime() - from) / 1e9);
    }
}
