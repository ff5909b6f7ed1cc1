package fr.ruche.marking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestBrowser;
import fr.ruche.TestDossiers;
import fr.ruche.jury.JurySession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While marking is blind nothing of a mark reaches anybody but its author, whatever door is tried. */
@IntegrationTest
class BlindTests {

    private static final String SECRET = "ZYX-secret-du-jure";

    /** What a list may show that has nothing to do with marks. */
    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'marking%'
            order by 1""";

    @LocalServerPort
    int port;

    @Autowired
    MarkingSessions given;

    @Autowired
    JdbcClient sql;

    /** Averages, order of lists, history, exports, notifications, API: byte for byte as before anybody marked. */
    @ParameterizedTest
    @ValueSource(
            strings = {"gestionnaire", MarkingSessions.ELECTED, MarkingSessions.PRESIDENT, "instructeur", "porteur"})
    void everyDoorAnswersAsBeforeAnybodyMarked(String reader) {
        var session = given.open(2);
        var before = doors(session, reader);

        given.mark(session.id(), session.onAgenda().get(1).dossier(), MarkingSessions.TOWN, 5, SECRET);
        given.mark(session.id(), session.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 0, SECRET);

        var after = doors(session, reader);
        assertThat(before)
                .allSatisfy(
                        (door, answer) -> assertThat(after.get(door)).as(door).isEqualTo(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gestionnaire", MarkingSessions.ELECTED, MarkingSessions.PRESIDENT, "instructeur", "porteur"})
    void theSheetsOfAnotherAreNotGiven(String reader) {
        var session = given.open(1);
        given.mark(session.id(), session.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 5, SECRET);
        var marks = ApiClient.as(reader, port).get("/jury/sessions/" + session.id() + "/marks");

        assertThat(marks.text()).doesNotContain(SECRET).doesNotContain(MarkingSessions.TOWN);
        if (marks.status() == 200) {
            assertThat(marks.json().findValuesAsText("juror")).containsOnly(reader);
            assertThat(marks.json().findValuesAsText("mark")).containsOnly("null");
        } else {
            assertThat(marks.status()).isIn(403, 404, 409);
        }
    }

    /** A submitted sheet moves a count, and that is all that a manager and the president learn. */
    @ParameterizedTest
    @ValueSource(strings = {"gestionnaire", MarkingSessions.PRESIDENT})
    void whoLeadsTheSessionLearnsOnlyHowManySheetsAreSubmitted(String reader) {
        var low = given.open(1);
        var high = given.open(1);
        given.mark(low.id(), low.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 0, SECRET);
        given.mark(high.id(), high.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 5, SECRET);

        var api = ApiClient.as(reader, port);
        var progress = api.get("/jury/sessions/" + low.id() + "/marking").json().path("progress");
        assertThat(progress)
                .isEqualTo(api.get("/jury/sessions/" + high.id() + "/marking")
                        .json()
                        .path("progress"));
        assertThat(progress.findValuesAsText("submitted")).containsExactly("0", "0", "1");
    }

    @Test
    void anotherJurorLearnsNothingOfTheProgressOfTheOthers() {
        var session = given.open(1);
        given.mark(session.id(), session.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 5, SECRET);

        assertThat(ApiClient.as(MarkingSessions.ELECTED, port)
                        .get("/jury/sessions/" + session.id() + "/marking")
                        .json()
                        .path("progress")
                        .findValuesAsText("submitted"))
                .containsExactly("0");
    }

    /**
     * Engine variables and their history, audit log, timeline, letters, e-mails, task lists: no table but the module's.
     */
    @Test
    void noTableButThoseOfTheMarksHoldsAnythingOfThem() {
        var session = given.open(1);
        var tables = sql.sql(TABLES).query(String.class).list();
        var before = counts(tables);

        given.mark(session.id(), session.onAgenda().get(0).dossier(), MarkingSessions.TOWN, 5, SECRET);

        assertThat(counts(tables)).isEqualTo(before);
        assertThat(tables)
                .contains("act_ru_variable", "act_hi_varinst", "act_hi_op_log", "dossier_event", "notification");
        for (var table : tables) {
            assertThat(sql.sql("select count(*) from \"" + table + "\" t where t::text like ?")
                            .param("%" + SECRET + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private Map<String, Long> counts(List<String> tables) {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : tables) {
            counts.put(
                    table,
                    sql.sql("select count(*) from \"" + table + "\"")
                            .query(Long.class)
                            .single());
        }
        // The sealer may pass meanwhile: what waited for its seal is then sealed.
        counts.merge("audit_seal", counts.remove("audit_pending"), Long::sum);
        return counts;
    }

    private Map<String, String> doors(JurySession session, String reader) {
        var api = ApiClient.as(reader, port);
        var pages = new TestBrowser(port).signIn(reader);
        var first = session.onAgenda().get(0).dossier();
        ApiClient.as("gestionnaire", port).get("/envelopes?call=" + TestDossiers.CALL); // the first reading fills them
        var answers = new LinkedHashMap<String, String>();
        for (var path : List.of(
                "/jury-sessions/" + session.id(),
                "/jury-sessions/" + session.id() + "/minutes",
                "/jury/sessions/" + session.id() + "/results",
                "/jury/sessions/" + session.id() + "/results.csv",
                "/jury/sessions/" + session.id() + "/scenarios",
                "/jury/sessions/" + session.id() + "/scenarios/" + session.id(),
                "/jury/sessions/" + session.id() + "/scenarios/" + session.id() + "/changes",
                "/jury/sessions/" + session.id() + "/results/" + first + "/changes",
                "/dossiers?call=" + TestDossiers.CALL + "&size=200",
                "/dossiers.csv?call=" + TestDossiers.CALL,
                "/dossiers?marked=true&call=" + TestDossiers.CALL,
                "/cockpit/equity?call=" + TestDossiers.CALL,
                "/dossiers/" + first,
                "/dossiers/" + first + "/timeline",
                "/dossiers/" + first + "/messages",
                "/dossiers/" + first + "/decisions")) {
            var answer = api.get(path);
            answers.put(path, answer.status() + " " + stable(answer.text()));
        }
        for (var path : List.of(
                "/bureau/seances",
                "/bureau/seances/" + session.id(),
                "/bureau/seances/" + session.id() + "/deliberation",
                "/bureau/seances/" + session.id() + "/deliberation/comparaison",
                "/bureau/dossiers",
                "/bureau/pilotage/equite?call=" + TestDossiers.CALL,
                "/bureau/dossiers/" + first,
                "/porteur/dossiers/" + first)) {
            var answer = pages.get(path);
            answers.put(path, answer.statusCode() + " " + stable(answer.body()));
        }
        return answers;
    }

    /**
     * Without the token of a form, the time of figures or of a refusal and its reference, which are others each time.
     */
    private static String stable(String text) {
        return text.replaceAll("name=\"_csrf\"[^>]*>", "")
                .replaceAll("\"at\":\"[^\"]*\"", "")
                .replaceAll("(?s)<p class=\"small soft instant\".*?</p>", "")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "")
                .replaceAll("<code>[0-9a-f]{16}</code>", "");
    }
}
