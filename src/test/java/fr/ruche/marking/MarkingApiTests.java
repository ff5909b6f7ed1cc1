package fr.ruche.marking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestClock;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.jury.JurySession;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Marks as another program gives and reads them. */
@IntegrationTest
class MarkingApiTests {

    @LocalServerPort
    int port;

    @Autowired
    MarkingSessions given;

    @Autowired
    TestClock clock;

    private ApiClient as(String username) {
        return ApiClient.as(username, port);
    }

    private static String path(JurySession session) {
        return "/jury/sessions/" + session.id();
    }

    private static DossierNumber dossier(JurySession session, int at) {
        return session.onAgenda().get(at).dossier();
    }

    private static String mark(JurySession session, String indicator) {
        return path(session) + "/marks/" + dossier(session, 0) + "/" + indicator;
    }

    @Test
    void aMarkIsSavedAsItIsTypedAndTheSameAgainChangesNothing() {
        var session = given.open(1);
        var juror = as(MarkingSessions.TOWN);
        var first = "{\"mark\": 4, \"comment\": \"Solide\", \"version\": 0}";

        var saved = juror.put(mark(session, "1.1"), first);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(one(saved.json(), "1.1").path("version").asInt()).isEqualTo(1);
        var again = juror.put(mark(session, "1.1"), first);
        assertThat(one(again.json(), "1.1").path("version").asInt())
                .as("sent twice")
                .isEqualTo(1);

        var read = juror.get(path(session) + "/marks").json().get(0);
        assertThat(one(read, "1.1").path("mark").asInt()).isEqualTo(4);
        assertThat(one(read, "1.1").path("comment").asText()).isEqualTo("Solide");
        assertThat(read.path("state").asText()).isEqualTo("DRAFT");
        assertThat(read.path("score").isNull()).isTrue();
        assertThat(read.path("marks").findValuesAsText("indicator"))
                .contains("1.2", "T1.1")
                .doesNotContain("1.4");
    }

    @Test
    void aStaleSaveTellsSoAndLosesNothing() {
        var session = given.open(1);
        var juror = as(MarkingSessions.TOWN);
        juror.put(mark(session, "2.1"), "{\"mark\": 2, \"version\": 0}");

        var stale = juror.put(mark(session, "2.1"), "{\"mark\": 4, \"version\": 0}");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("« 2 » est enregistré").contains("« 4 »");
        assertThat(juror.put(mark(session, "2.2"), "{\"mark\": 4, \"version\": 0}")
                        .status())
                .as("another indicator")
                .isEqualTo(200);
        assertThat(juror.put(mark(session, "2.1"), "{\"mark\": 4, \"version\": 1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMarkThatIsNoneIsRefusedAtItsField() {
        var session = given.open(1);
        var juror = as(MarkingSessions.TOWN);

        assertThat(juror.put(mark(session, "1.1"), "{\"mark\": 6}").faults()).containsExactly("mark.1.1:RANGE");
        assertThat(juror.put(mark(session, "1.1"), "{\"mark\": -1}").faults()).containsExactly("mark.1.1:RANGE");
        assertThat(juror.put(mark(session, "1.4"), "{\"mark\": 3}").faults())
                .as("only for F4")
                .containsExactly("mark.1.4:INDICATOR");
        assertThat(juror.put(mark(session, "1.1"), "{\"mark\": 3, \"notApplicable\": true}")
                        .faults())
                .containsExactly("mark.1.1:EITHER");
    }

    @Test
    void aSheetIsSubmittedWhenItIsCompleteAndTakenUpAgain() {
        var session = given.open(1);
        var juror = as(MarkingSessions.ELECTED);
        var sheet = path(session) + "/marks/" + dossier(session, 0);
        juror.put(mark(session, "1.1"), "{\"mark\": 5}");
        juror.put(mark(session, "1.2"), "{\"mark\": 1}");
        for (var code : new String[] {"2.1", "2.2", "2.3", "2.4"}) {
            juror.put(mark(session, code), "{\"notApplicable\": true}");
        }

        assertThat(juror.put(sheet, "{\"state\": \"SUBMITTED\"}").faults())
                .contains("comment.1.1:COMMENT", "comment.1.2:COMMENT", "mark.1.3:REQUIRED", "mark.2.1:CRITERION")
                .doesNotContain("mark.1.4:REQUIRED");

        given.mark(session.id(), dossier(session, 0), MarkingSessions.TOWN, 3, "");
        assertThat(as(MarkingSessions.TOWN)
                        .get(path(session) + "/marks")
                        .json()
                        .get(0)
                        .path("score")
                        .decimalValue())
                .isEqualByComparingTo("60.00");
        assertThat(as(MarkingSessions.TOWN)
                        .put(mark(session, "1.1"), "{\"mark\": 4, \"version\": 1}")
                        .status())
                .as("submitted")
                .isEqualTo(409);
        assertThat(as(MarkingSessions.TOWN).put(sheet, "{\"state\": \"DRAFT\"}").status())
                .isEqualTo(200);
        assertThat(as(MarkingSessions.TOWN)
                        .put(mark(session, "1.1"), "{\"mark\": 4, \"version\": 1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyMembersMarkAndOnlyWhatIsOnTheirAgenda() {
        var session = given.open(1);
        var other = given.open(1);

        for (var stranger : new String[] {"gestionnaire", "instructeur"}) {
            assertThat(as(stranger).put(mark(session, "1.1"), "{\"mark\": 3}").status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        for (var stranger : new String[] {"porteur", "technicien", "jure-region"}) {
            assertThat(as(stranger).put(mark(session, "1.1"), "{\"mark\": 3}").status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        var elsewhere = path(session) + "/marks/" + dossier(other, 0) + "/1.1";
        assertThat(as(MarkingSessions.TOWN).put(elsewhere, "{\"mark\": 3}").status())
                .isEqualTo(404);
    }

    @Test
    void thePhasesAreMovedByAManagerOrThePresidentOnly() {
        var session = given.convened(1);
        var open = "{\"phase\": \"BLIND\"}";

        assertThat(as(MarkingSessions.TOWN)
                        .put(mark(session, "1.1"), "{\"mark\": 3}")
                        .status())
                .as("not open")
                .isEqualTo(409);
        assertThat(as(MarkingSessions.TOWN)
                        .put(path(session) + "/marking", open)
                        .status())
                .isEqualTo(403);
        assertThat(as("instructeur").put(path(session) + "/marking", open).status())
                .isEqualTo(403);
        assertThat(as("gestionnaire")
                        .put(path(session) + "/marking", "{\"phase\": \"BLIND\", \"closesOn\": \"2020-01-01\"}")
                        .faults())
                .containsExactly("closesOn:PAST");
        assertThat(as(MarkingSessions.PRESIDENT)
                        .put(path(session) + "/marking", open)
                        .status())
                .isEqualTo(200);
        assertThat(as("gestionnaire")
                        .put(path(session) + "/marking", "{\"phase\": \"REVEALED\"}")
                        .faults())
                .as("sheets are missing")
                .containsExactly("early:MISSING");
        assertThat(as("gestionnaire")
                        .put(path(session) + "/marking", "{\"phase\": \"REVEALED\", \"early\": true}")
                        .status())
                .isEqualTo(200);
        assertThat(as("gestionnaire").put(path(session) + "/marking", open).status())
                .as("nothing becomes blind again")
                .isEqualTo(409);
        assertThat(as(MarkingSessions.TOWN)
                        .put(mark(session, "1.1"), "{\"mark\": 3}")
                        .status())
                .as("revealed")
                .isEqualTo(409);
    }

    @Test
    void nothingChangesAfterTheClosingUntilItIsPutOff() {
        var session = given.open(1);
        var late = session.startsAt().plus(Duration.ofHours(1));

        clock.at(late, () -> {
            assertThat(as(MarkingSessions.TOWN)
                            .put(mark(session, "1.1"), "{\"mark\": 3}")
                            .status())
                    .isEqualTo(409);
            var longer = "{\"phase\": \"BLIND\", \"closesOn\": \""
                    + late.plus(Duration.ofDays(2)).toString().substring(0, 10) + "\"}";
            assertThat(as("gestionnaire")
                            .put(path(session) + "/marking", longer)
                            .status())
                    .isEqualTo(200);
            assertThat(as(MarkingSessions.TOWN)
                            .put(mark(session, "1.1"), "{\"mark\": 3}")
                            .status())
                    .isEqualTo(200);
        });
    }

    @Test
    void anAbstentionKeepsTheMarksAndCountsAsDone() {
        var session = given.open(1);
        var juror = as(MarkingSessions.TOWN);
        juror.put(mark(session, "1.1"), "{\"mark\": 3}");

        var sheet = juror.put(path(session) + "/marks/" + dossier(session, 0), "{\"state\": \"ABSTAINED\"}");

        assertThat(one(sheet.json(), "1.1").path("mark").asInt()).isEqualTo(3);
        assertThat(sheet.json().path("score").isNull()).isTrue();
        var progress = juror.get(path(session) + "/marking").json().path("progress");
        assertThat(progress).singleElement().satisfies(own -> {
            assertThat(own.path("abstained").asInt()).isEqualTo(1);
            assertThat(own.path("submitted").asInt()).isZero();
        });
    }

    private static JsonNode one(JsonNode sheet, String indicator) {
        for (var mark : sheet.path("marks")) {
            if (mark.path("indicator").asText().equals(indicator)) {
                return mark;
            }
        }
        throw new AssertionError(indicator + " is not on " + sheet);
    }
}
