package fr.ruche.bench;

import fr.ruche.TestBrowser;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Interventions;
import fr.ruche.dossier.ReadModel;
import fr.ruche.identity.Actors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Measures how long the pages of the cockpit and the lists of dossiers take over one call of 100 000 dossiers received
 * in three years, and prints it: {@code mvn -Pbench test -Dtest=CockpitBench}. Smaller: {@code -Dbench.dossiers=10000}.
 * No test: it asserts no time.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ruche.database.home=target/bench-database/${random.uuid}",
            "ruche.demonstration.dossiers=false",
            "ruche.cockpit.slow=PT0.05S" // as in the product
        })
@ActiveProfiles({"test", "bench"})
@Import(Lives.class)
class CockpitBench {

    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 100_000);
    private static final int TIMES = Integer.getInteger("bench.times", 40);
    private static final String CALL = "DSDT-2025";
    private static final String PILOT = "/bureau/pilotage";
    private static final String OF_CALL = "?call=" + CALL;

    @Autowired
    Lives lives;

    @Autowired
    ReadModel model;

    @Autowired
    JdbcClient sql;

    @Autowired
    Interventions interventions;

    @Autowired
    Actors actors;

    @LocalServerPort
    int port;

    @Test
    void speed() {
        lives.fillCall(2025, DOSSIERS);
        // the call after it opened a day later, so that all of it lies behind the same day of its calendar
        for (var table : List.of("call", "call_version")) {
            sql.sql("insert into " + table + " select (jsonb_populate_record(c, jsonb_build_object('"
                            + (table.equals("call") ? "code" : "call") + "', ?::text))).* from " + table + " c where "
                            + (table.equals("call") ? "code" : "call") + " = 'DSDT-2026'")
                    .param(CALL)
                    .update();
        }
        open(CALL, "2022-10-01");
        open("DSDT-2026", "2022-10-02");
        lives.withAbsences();
        lives.withMarks();
        System.out.printf(
                "COCKPIT %d dossiers, %d passages, %d elements passed by in the history of the engine, %d open tasks,"
                        + " %d incidents, %d absences, %d marks%n",
                count("dossier where call = '" + CALL + "'"),
                count("dossier_step where call = '" + CALL + "' and left_at is not null"),
                count("act_hi_actinst"),
                lives.openTasks(),
                count("act_ru_incident"),
                count("absence where ended_at is null"),
                count("dossier_mark"));
        var differences = model.verify();
        System.out.printf("COCKPIT verify-read-model: %d differences%n", differences.size());
        differences.stream().limit(20).forEach(System.out::println);
        var manager = new TestBrowser(port).signIn("gestionnaire");
        for (var page : List.of(
                PILOT + OF_CALL,
                PILOT + OF_CALL + "&by=MEASURE",
                PILOT + OF_CALL + "&territory=200093201",
                PILOT + OF_CALL + "&measure=F1",
                PILOT + "?call=DSDT-2026",
                PILOT + "?call=DSDT-2026&measure=F1",
                PILOT + "/parcours" + OF_CALL,
                PILOT + "/parcours" + OF_CALL + "&version=1",
                PILOT + "/parcours" + OF_CALL + "&territory=200093201",
                PILOT + "/parcours" + OF_CALL + "&measure=F1",
                PILOT + "/echeances" + OF_CALL,
                PILOT + "/echeances" + OF_CALL + "&measure=F1",
                PILOT + "/delais" + OF_CALL,
                PILOT + "/delais" + OF_CALL + "&measure=F1&by=HOLDER_KIND",
                PILOT + "/equite" + OF_CALL,
                PILOT + "/equite" + OF_CALL + "&measure=F1",
                PILOT + "/equite" + OF_CALL + "&territory=200093201",
                PILOT + "/equite/sans-fiche" + OF_CALL,
                PILOT + "/equite/sans-fiche" + OF_CALL + "&scope=EVER",
                PILOT + "/incidents",
                "/bureau/absences",
                "/bureau/mes-taches?view=ALL&group=conformity-200093201&due=IN_15",
                "/bureau/mes-taches?view=ALL&holder=agent-7")) {
            print("COCKPIT", manager, page);
            print("COCKPIT after a change", manager, page, this::change);
        }
        explore(manager);
    }

    /** One dossier stands still and goes on, a day later. */
    private void change() {
        var manager = actors.find("gestionnaire").orElseThrow();
        var number = new DossierNumber(
                sql.sql("select number from dossier where call = ? and step = 'userTask_instruct' limit 1")
                        .param(CALL)
                        .query(String.class)
                        .single());
        interventions.suspend(number, "Mesure", manager);
        interventions.resume(number, "Mesure", manager);
    }

    /** Each filter of the lists by itself and some together, the last pages and every order; then what officers see. */
    private void explore(TestBrowser manager) {
        var rare = sql.sql("select split_part(fiche ->> 'summary', ' ', 2) from dossier where call = ? limit 1")
                .param(CALL)
                .query(String.class)
                .single();
        var one = sql.sql(
                        "select number, siret, rna, left(siret, 9) as siren from dossier where call = ? and number like '%777'"
                                + " and status = 'EN_COURS' limit 1")
                .param(CALL)
                .query()
                .singleRow();
        for (var filters : List.of(
                "",
                "words=" + encoded("quartier"),
                "words=" + encoded("ateliers habitants"),
                "words=" + encoded("jardins partagés du théâtre"),
                "words=" + encoded("assoc"),
                "words=" + encoded(rare),
                "words=" + encoded(rare.substring(0, 4)),
                "words=" + one.get("number"),
                "words=Lille",
                "words=introuvable",
                "organisation=" + one.get("siret"),
                "organisation=" + one.get("siren"),
                "organisation=" + one.get("rna"),
                "territory=200093201",
                "territory=200040947",
                "sector=littoral",
                "measure=F1",
                "jury=regional",
                "status=ATTRIBUE",
                "status=EN_COURS",
                "step=userTask_instruct",
                "clock=REGION",
                "due=LATE",
                "due=IN_7",
                "rule=ELIG-05",
                "rule=ELIG-11",
                "requestedFrom=30000",
                "requestedFrom=500&requestedTo=501",
                "receivedFrom=2023-01-01&receivedTo=2023-01-31",
                "reached=JURY",
                "reached=FINANCE",
                "holderKind=ASSOCIATION",
                "holderKind=COMMUNE",
                "version=1",
                "end=endEvent_notConform",
                "difficulty=5&reached=FINANCE",
                "marked=true&territory=200093201",
                "territory=200093201&words=" + encoded("quartier"),
                "territory=200040947&words=" + encoded("quartier"),
                "words=" + encoded("quartier") + "&rule=ELIG-05&sort=REQUESTED",
                "words=" + encoded("quartier jeunes") + "&status=ATTRIBUE&reached=FINANCE",
                "rule=ELIG-05&measure=F1&territory=200040947",
                "measure=F1&requestedFrom=20000&requestedTo=21000&status=EN_COURS&sort=TITLE",
                "clock=JURY&due=LATE&sector=littoral&sort=DUE",
                "step=userTask_instruct&rule=ELIG-11&holderKind=ASSOCIATION&sort=RECEIVED",
                "sort=NUMBER",
                "sort=TITLE",
                "sort=TITLE_DESC",
                "sort=DUE",
                "sort=RECEIVED",
                "sort=REQUESTED",
                "sort=STATUS")) {
            print("EXPLORER", manager, "/api/v1/dossiers" + OF_CALL + (filters.isEmpty() ? "" : "&" + filters));
        }
        print("EXPLORER", manager, "/bureau/dossiers" + OF_CALL + "&words=" + encoded("quartier"));
        print("EXPLORER", manager, "/bureau/dossiers" + OF_CALL + "&rule=ELIG-05&requestedFrom=5000");
        for (var filters : List.of("", "&words=" + encoded("quartier"), "&rule=ELIG-05")) {
            print("EXPLORER last page", manager, last(manager, filters, "NUMBER", "number_order"));
            print("EXPLORER last page", manager, last(manager, filters, "TITLE", "title_order"));
            print("EXPLORER last page", manager, last(manager, filters, "REQUESTED_ASC", "requested"));
        }
        print("EXPLORER", manager, "/api/v1/dossiers" + OF_CALL + "&page=200");
        for (var officer : List.of("technicien", "instructeur", "jure-interco")) {
            var browser = new TestBrowser(port).signIn(officer);
            for (var filters : List.of(
                    "",
                    "&words=" + encoded("quartier"),
                    "&words=" + encoded(rare),
                    "&rule=ELIG-05",
                    "&requestedFrom=30000",
                    "&due=LATE&sort=DUE")) {
                print("EXPLORER " + officer, browser, "/api/v1/dossiers" + OF_CALL + filters);
            }
        }
    }

    /** The address of the last full page of a list: what comes after a dossier that stands near its end. */
    private String last(TestBrowser manager, String filters, String sort, String column) {
        var near = sql.sql("select number from dossier where call = ? and status <> 'BROUILLON' order by " + column
                        + ", number_order offset greatest(0, (select count(*) from dossier where call = ?"
                        + " and status <> 'BROUILLON') - 60) limit 1")
                .params(CALL, CALL)
                .query(String.class)
                .single();
        var list = "/api/v1/dossiers" + OF_CALL + "&sort=" + sort;
        var cursor = manager.get(list + "&words=" + near).body().replaceAll("(?s).*\"cursor\":\"([^\"]*)\".*", "$1");
        return list + filters + "&after=" + encoded(cursor);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void open(String call, String day) {
        sql.sql("update call_version set parameters = jsonb_set(parameters, '{calendar,opening}', to_jsonb(?::text))"
                        + " where call = ?")
                .params(day, call)
                .update();
    }

    private int count(String what) {
        return sql.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private static void print(String title, TestBrowser manager, String page) {
        print(title, manager, page, () -> {});
    }

    private static void print(String title, TestBrowser manager, String page, Runnable before) {
        var times = new double[TIMES];
        for (var at = 0; at < TIMES + 10; at++) {
            before.run();
            var from = System.nanoTime();
            var status = manager.get(page).statusCode();
            if (status != 200) {
                System.out.printf("%s %s: %d%n", title, page, status);
                return;
            }
            times[at % TIMES] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "%s %s: median %.0f ms, 95 %% within %.0f ms, worst %.0f ms%n",
                title, page, times[TIMES / 2], times[TIMES * 95 / 100], times[TIMES - 1]);
    }
}
