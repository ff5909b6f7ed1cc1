package fr.ruche.jury;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who sits in which jury: entered, ended, never erased; and a session that is composed from it. */
@IntegrationTest
class GovernanceTests {

    /** One jury a test, so that none finds the seats of another. */
    private static final String HISTORY = "246200729";

    private static final String FAULTS = "200090751";
    private static final String AT_ONCE = "200069029";
    private static final String COMPOSED = "246200380";

    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    Governance governance;

    @Autowired
    JurySessions sessions;

    @Autowired
    JdbcTemplate sql;

    private Seat enter(String jury, College college, String name, boolean president, boolean substitute) {
        return governance.enter(seat(jury, college, name, president, substitute, FIRST, null), given.manager());
    }

    private static SeatPlan seat(
            String jury,
            College college,
            String name,
            boolean president,
            boolean substitute,
            LocalDate since,
            @Nullable LocalDate until) {
        return new SeatPlan(jury, college, name, null, president, substitute, since, until);
    }

    @Test
    void aSeatIsEndedAndStaysInTheRegistry() {
        var seat = enter(HISTORY, College.REGION, "Ange Fictif", true, false);

        faultsOf(() -> governance.end(seat.id(), FIRST.minusDays(1), "Démission", given.manager()))
                .extracting(Fault::field)
                .containsExactly("lastDay");
        faultsOf(() -> governance.end(seat.id(), FIRST.plusDays(9), " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        governance.end(seat.id(), FIRST.plusDays(9), "Démission", given.manager());

        assertThat(governance.seats(HISTORY, FIRST.plusDays(9), given.manager()))
                .extracting(Seat::name)
                .containsExactly("Ange Fictif");
        assertThat(governance.seats(HISTORY, FIRST.plusDays(10), given.manager()))
                .isEmpty();
        assertThat(governance.seats(HISTORY, null, given.manager()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.endMotive()).isEqualTo("Démission");
                    assertThat(kept.endedBy()).isEqualTo("Compte gestionnaire");
                    assertThat(kept.recordedBy()).isEqualTo("Compte gestionnaire");
                });
        assertThatThrownBy(() -> governance.end(seat.id(), FIRST.plusDays(3), "Encore", given.manager()))
                .isInstanceOf(Conflict.class);
        for (var attempt : List.of(
                "delete from jury_seat where id = ?",
                "update jury_seat set name = 'Autre' where id = ?",
                "update jury_seat set until = null, ended_at = null, ended_by = null, end_motive = null"
                        + " where id = ?")) {
            assertThatThrownBy(() -> sql.update(attempt, seat.id())).hasMessageContaining("only ever ended");
        }
        assertThat(enter(HISTORY, College.REGION, "Sacha Exemple", false, false).president())
                .isFalse();
    }

    @Test
    void whatIsMissingOrImpossibleIsNamed() {
        var empty = new SeatPlan("123456789", null, " ", "inconnu", true, true, null, null);
        faultsOf(() -> governance.enter(empty, given.manager()))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly(
                        "jury:FORMAT",
                        "college:REQUIRED",
                        "name:REQUIRED",
                        "username:ACCOUNT",
                        "president:PRESIDENT",
                        "since:REQUIRED");
        faultsOf(() -> governance.enter(
                        seat(FAULTS, College.REGION, "Jo Gabarit", false, false, FIRST, FIRST.minusDays(1)),
                        given.manager()))
                .extracting(Fault::field)
                .containsExactly("until");

        governance.enter(
                seat(FAULTS, College.REGION, "Jo Gabarit", true, false, FIRST, FIRST.plusDays(30)), given.manager());
        faultsOf(() -> enter(FAULTS, College.REGION, " jo gabarit ", false, true))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("du 01/01/2030 au 31/01/2030"));
        faultsOf(() -> enter(FAULTS, College.INTERCOMMUNALITE, "Lou Fictif", true, false))
                .extracting(Fault::rule)
                .containsExactly("PRESIDENT");
        var later = seat(FAULTS, College.REGION, "Jo Gabarit", true, false, FIRST.plusDays(31), null);
        assertThat(governance.enter(later, given.manager()).president())
                .as("once the first seat is over")
                .isTrue();
    }

    @Test
    void oneSeatIsEnteredWhenItIsSentTwiceAtOnce() throws Exception {
        Callable<Boolean> once = () -> {
            try {
                enter(AT_ONCE, College.REGION, "Alix Double", false, false);
                return true;
            } catch (Rejected taken) {
                return false;
            }
        };
        var entered = new ArrayList<Boolean>();
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var answer : pool.invokeAll(List.of(once, once, once, once))) {
                entered.add(answer.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(entered).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(governance.seats(AT_ONCE, FIRST, given.manager())).hasSize(1);
    }

    @Test
    void aSessionIsComposedOfThoseWhoSitOnItsDay() {
        var manager = ApiClient.as("gestionnaire", port);
        var convocation = "{\"call\": \"DSDT-2026\", \"jury\": \"" + COMPOSED
                + "\", \"startsAt\": \"2031-03-02T13:00:00Z\", \"place\": \"Lieu fictif\", \"fromRegistry\": true}";
        assertThat(manager.post("/jury-sessions", convocation).text()).contains("\"REGISTRY\"");
        enter(COMPOSED, College.INTERCOMMUNALITE, "Eli Exemple", false, false);
        enter(COMPOSED, College.INTERCOMMUNALITE, "Noa Exemple", false, true);
        enter(COMPOSED, College.REGION, "Max Exemple", true, false);
        var gone = enter(COMPOSED, College.REGION, "Val Exemple", false, false);
        governance.end(gone.id(), LocalDate.of(2031, 3, 1), "Fin de mandat", given.manager());

        var both = convocation.replace("}", ", \"members\": []}");
        assertThat(manager.post("/jury-sessions", both).status()).isEqualTo(400);
        var convened = manager.post("/jury-sessions", convocation);

        assertThat(convened.status()).as(convened.text()).isEqualTo(201);
        assertThat(convened.json().path("members"))
                .extracting(
                        member -> member.path("name").asText() + member.path("president") + member.path("substitute"))
                .containsExactly("Max Exempletruefalse", "Eli Exemplefalsefalse", "Noa Exemplefalsetrue");
    }

    @Test
    void aSubstituteNeitherPresidesNorMakesACollegeAndNobodySitsTwice() {
        var plan = new SessionPlan(
                TestDossiers.CALL,
                TestDossiers.TERRITORY,
                FIRST.atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                "Lieu fictif",
                List.of(
                        new JuryMember("Max Exemple", College.REGION, false, null),
                        new JuryMember("max exemple ", College.REGION, false, null),
                        new JuryMember("Noa Exemple", College.INTERCOMMUNALITE, true, null, true)));

        faultsOf(() -> sessions.convene(plan, given.manager()))
                .extracting(Fault::rule)
                .containsExactly("PRESIDENT", "TWICE", "ROUTE-01");
    }

    @Test
    void theRegistryIsKeptThroughTheApi() {
        var manager = ApiClient.as("gestionnaire", port);
        var entered = manager.post(
                "/governance",
                "{\"jury\": \"246200299\", \"college\": \"REGION\", \"name\": \"Api Exemple\", \"since\": \"2030-01-01\"}");
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        var path = "/governance/" + entered.json().path("id").asText() + "/end";
        assertThat(manager.post(path, "{}").json().path("errors").findValuesAsText("field"))
                .containsExactly("lastDay");
        assertThat(manager.post(path, "{\"lastDay\": \"2030-02-01\", \"motive\": \"Élu ailleurs\"}")
                        .status())
                .isEqualTo(200);
        assertThat(manager.get("/governance?jury=246200299").json().findValuesAsText("endMotive"))
                .containsExactly("Élu ailleurs");
        assertThat(manager.get("/governance?jury=246200299&on=2030-02-02").json())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region", "admin"})
    void onlyManagersReadAndKeepIt(String username) {
        assertThat(ApiClient.as(username, port).get("/governance").status()).isEqualTo(403);
        assertThat(ApiClient.as(username, port).post("/governance", "{}").status())
                .isEqualTo(403);
    }
}
