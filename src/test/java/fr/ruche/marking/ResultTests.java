package fr.ruche.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.jury.JurySession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes of the marks once they are revealed. */
@IntegrationTest
class ResultTests {

    private static final String OUT_OF_TIME = "{\"phase\": \"REVEALED\", \"early\": true}";

    @LocalServerPort
    int port;

    @Autowired
    MarkingSessions given;

    @Autowired
    JdbcClient sql;

    private ApiClient as(String username) {
        return ApiClient.as(username, port);
    }

    private static String path(JurySession session) {
        return "/jury/sessions/" + session.id();
    }

    /** The first dossier is marked 4, 3 and 1; the second 3 by one juror only. */
    private JurySession revealed() {
        var session = given.open(2);
        var first = session.onAgenda().get(0).dossier();
        given.mark(session.id(), first, MarkingSessions.PRESIDENT, 4, "Commenté");
        given.mark(session.id(), first, MarkingSessions.ELECTED, 3, "");
        given.mark(session.id(), first, MarkingSessions.TOWN, 1, "Insuffisant partout");
        given.mark(session.id(), session.onAgenda().get(1).dossier(), MarkingSessions.ELECTED, 2, "");
        assertThat(as("gestionnaire")
                        .put(path(session) + "/marking", OUT_OF_TIME)
                        .status())
                .isEqualTo(200);
        return session;
    }

    @Test
    void theMarksOfAllMakeTheScoreAndWhatStandsApartStaysApart() {
        var session = revealed();

        var results = as(MarkingSessions.TOWN).get(path(session) + "/results").json();
        var best = results.get(0);
        assertThat(best.path("dossier").asText())
                .isEqualTo(session.onAgenda().get(0).dossier().value());
        assertThat(best.path("score").decimalValue()).as("(80 + 60 + 20) / 3").isEqualByComparingTo("53.33");
        assertThat(best.path("spread").decimalValue()).isEqualByComparingTo("60.00");
        assertThat(best.path("discuss").asBoolean()).isTrue();
        assertThat(best.path("difficulty").asInt()).isEqualTo(5);
        assertThat(best.path("failures")).isEmpty();
        assertThat(best.path("marks").path("REGION").asInt()).isEqualTo(2);
        assertThat(best.path("criteria").findValuesAsText("code")).endsWith("T1");
        assertThat(best.path("criteria").get(5).path("apart").asBoolean()).isTrue();
        assertThat(best.path("jurors").findValuesAsText("score")).hasSize(3);

        var second = results.get(1);
        assertThat(second.path("score").decimalValue()).isEqualByComparingTo("40.00");
        assertThat(second.path("failures").toString())
                .contains("1 note sur 3 exigées")
                .contains("0 note sur 1 exigée")
                .contains("Le score 40 est inférieur au seuil de 50");
    }

    @Test
    void theSheetsOfAllAreReadByMembersAndManagersAndNobodyElse() {
        var session = revealed();

        assertThat(as(MarkingSessions.ELECTED).get(path(session) + "/marks").text())
                .contains("Insuffisant partout");
        assertThat(as("gestionnaire").get(path(session) + "/marks").json()).hasSize(4);
        assertThat(as("instructeur").get(path(session) + "/results").status()).isEqualTo(403);
        assertThat(as("instructeur").get(path(session) + "/marks").status()).isEqualTo(403);
        assertThat(as("porteur").get(path(session) + "/results").status()).isEqualTo(404);
        assertThat(as("jure-region").get(path(session) + "/results").status()).isEqualTo(404);
    }

    @Test
    void whatTheJuryRetainsIsKeptBesideWhatTheMarksMake() {
        var session = revealed();
        var first = session.onAgenda().get(0).dossier();
        var one = path(session) + "/results/" + first;

        assertThat(as(MarkingSessions.TOWN)
                        .put(one, "{\"score\": 60, \"reason\": \"Non\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("gestionnaire").put(one, "{\"score\": 60}").faults()).containsExactly("reason:REQUIRED");
        assertThat(as("gestionnaire")
                        .put(one, "{\"score\": 100.01, \"reason\": \"Trop\"}")
                        .faults())
                .containsExactly("score:RANGE");
        var retained = as(MarkingSessions.PRESIDENT).put(one, "{\"score\": 60, \"reason\": \"Discuté\"}");
        assertThat(retained.status()).as(retained.text()).isEqualTo(200);
        var closed =
                as("gestionnaire").post(path(session) + "/results/deliberation").json();

        assertThat(closed.get(0).path("score").decimalValue()).isEqualByComparingTo("53.33");
        assertThat(closed.get(0).path("deliberated").path("score").decimalValue())
                .isEqualByComparingTo("60.00");
        assertThat(closed.get(1).path("deliberated").path("score").decimalValue())
                .as("kept as it was")
                .isEqualByComparingTo("40.00");
        assertThat(as("gestionnaire")
                        .put(one, "{\"score\": 70, \"reason\": \"Encore\"}")
                        .status())
                .isEqualTo(409);
        assertThat(as(MarkingSessions.TOWN).get(one + "/changes").json().findValuesAsText("subject"))
                .contains("DELIBERATED", "STATE", "1.1");
    }

    @Test
    void theHistoryIsOnlyEverAppended() {
        revealed();

        assertThatThrownBy(() ->
                        sql.sql("update marking_change set after = 'autre'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("delete from marking_change").update())
                .isInstanceOf(DataAccessException.class);
    }
}
