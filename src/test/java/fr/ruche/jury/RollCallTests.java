package fr.ruche.jury;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who takes part in a session, and what the jury may say of a dossier then. */
@IntegrationTest
class RollCallTests {

    private static final String OUTCOME = "userTask_recordJuryOutcome";
    private static final String PRESIDENT = "jure-appel";
    private static final AtomicInteger DAYS = new AtomicInteger(1200);

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Conflicts conflicts;

    @Autowired
    RollCall roll;

    @Autowired
    Processes processes;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Clock clock;

    /** Three of the Region (the first presides, with an account) and two of the EPCI; a substitute of each. */
    private JurySession convened() {
        accounts.ensure(PRESIDENT, new Membership(Role.JURY_MEMBER, TestDossiers.TERRITORY));
        return sessions.convene(
                new SessionPlan(
                        TestDossiers.CALL,
                        TestDossiers.TERRITORY,
                        clock.instant().plus(Duration.ofDays(DAYS.incrementAndGet())),
                        "Lens, salle fictive",
                        List.of(
                                new JuryMember("Région 1", College.REGION, true, PRESIDENT),
                                new JuryMember("Région 2", College.REGION, false, null),
                                new JuryMember("Région 3", College.REGION, false, null),
                                new JuryMember("Région S", College.REGION, false, null, true),
                                new JuryMember("Ville 1", College.INTERCOMMUNALITE, false, null),
                                new JuryMember("Ville 2", College.INTERCOMMUNALITE, false, null),
                                new JuryMember("Ville S", College.INTERCOMMUNALITE, false, null, true))),
                given.manager());
    }

    private DossierNumber put(JurySession session) {
        var number = given.instructed();
        agendas.put(session.id(), number, given.manager());
        return number;
    }

    private void record(JurySession session, RollLine... lines) {
        roll.record(session.id(), List.of(lines), given.manager());
    }

    private static RollLine there(String member) {
        return new RollLine(member, Presence.SALLE, null, null);
    }

    private static RollLine gone(String member) {
        return new RollLine(member, Presence.ABSENT, null, null);
    }

    private static RollLine mandate(String member, String to) {
        return new RollLine(member, Presence.MANDAT, to, null);
    }

    private List<String> quorum(JurySession session, @Nullable DossierNumber number) {
        var now = sessions.get(session.id());
        var found = number == null
                ? roll.quorum(now)
                : roll.quorum(
                        now,
                        now.onAgenda().stream()
                                .filter(item -> item.dossier().equals(number))
                                .findFirst()
                                .orElseThrow());
        return found.stream()
                .map(one -> one.college() + " " + one.present() + "/" + one.seats() + " " + one.required() + " "
                        + one.met())
                .toList();
    }

    private void refuse(DossierNumber number) {
        given.answer(number, OUTCOME, "jure-interco", Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Trop tôt"));
    }

    @Test
    void nothingIsSaidOfADossierBeforeTheRollIsCalledAndTheQuorumIsMet() {
        var session = convened();
        var number = put(session);
        faultsOf(() -> refuse(number)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("QUORUM");
            assertThat(fault.message()).contains("Région 1, Région 2, Région 3, Ville 1, Ville 2");
        });

        record(
                session,
                there("Région 1"),
                gone("Région 2"),
                gone("Région 3"),
                there("Ville 1"),
                new RollLine("Ville 2", Presence.VISIO, null, null));
        assertThat(quorum(session, number)).containsExactly("REGION 1/3 2 false", "INTERCOMMUNALITE 2/2 1 true");
        faultsOf(() -> refuse(number))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("Région : 1 sur 3 (2 requis)")
                        .contains("ne peut pas délibérer"));

        record(session, there("Région S"));
        assertThat(quorum(session, number)).first().isEqualTo("REGION 2/3 2 true");
        refuse(number);
        record(session, gone("Région S"));
        assertThat(sessions.get(session.id()).onAgenda().get(0).quorum())
                .as("as it stood then")
                .containsExactly(
                        new Quorum(College.REGION, 3, 2, 2, 0), new Quorum(College.INTERCOMMUNALITE, 2, 1, 2, 0));
    }

    @Test
    void aMandateCountsAsLongAsItsHolderIsThereAndFree() {
        var session = convened();
        var number = put(session);
        record(session, there("Région 1"), mandate("Région 2", "Région 1"), gone("Région 3"), there("Ville 1"));
        assertThat(quorum(session, number)).first().isEqualTo("REGION 2/3 2 true");

        conflicts.declare(session.id(), "Région 1", number.value(), "Un proche", given.manager());
        assertThat(quorum(session, number)).first().isEqualTo("REGION 0/3 2 false");
        assertThat(quorum(session, null)).first().isEqualTo("REGION 2/3 2 true");
        record(session, gone("Région 1"));
        assertThat(quorum(session, null)).first().isEqualTo("REGION 0/3 2 false");
    }

    @Test
    void whereRecusalsAreWhatTheQuorumLacksADossierOnlyGoesToTheRegionalJury() {
        var session = convened();
        var number = put(session);
        given.called(session);
        conflicts.declare(session.id(), "Région 2", number.value(), "Un proche", given.manager());
        conflicts.declare(session.id(), "Région 3", number.value(), "Un proche", given.manager());
        assertThat(quorum(session, number)).first().isEqualTo("REGION 1/3 2 false");

        faultsOf(() -> refuse(number))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("Les déports font tomber le quorum")
                        .contains("renvoi au jury régional"));
        given.answer(number, OUTCOME, "jure-interco", Map.of("juryOutcome", "RENVOI_JURY_REGIONAL"));
        assertThat(sessions.get(session.id()).onAgenda().get(0).reason())
                .startsWith("QUORUM : par suite des déports")
                .contains("Région : 1 sur 3 (2 requis)");
    }

    @Test
    void votesAreNoMoreThanThoseWhoTakePart() {
        var session = convened();
        var number = put(session);
        record(
                session,
                there("Région 1"),
                mandate("Région 2", "Région 1"),
                gone("Région 3"),
                there("Ville 1"),
                gone("Ville 2"));
        Map<String, Object> answer =
                Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Motif", "votesFor", "2", "votesAgainst", "2");
        faultsOf(() -> given.answer(number, OUTCOME, "jure-interco", answer))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("(4)").contains("(3)"));
    }

    @Test
    void whatIsImpossibleIsNamedAtTheSeat() {
        var session = convened();
        var soon = clock.instant().plus(Duration.ofHours(1));
        faultsOf(() -> record(
                        session,
                        there("Personne"),
                        new RollLine("Région 1", null, null, null),
                        new RollLine("Région 2", Presence.SALLE, null, soon),
                        mandate("Région 3", "Région 3"),
                        mandate("Région S", "Région 1"),
                        mandate("Ville 1", "Région 1")))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly(
                        "member:MEMBER",
                        "member0.presence:REQUIRED",
                        "member1.at:FUTURE",
                        "member2.mandatary:MANDATE",
                        "member3.presence:MANDATE",
                        "member4.mandatary:MANDATE");
        faultsOf(() -> record(session, mandate("Région 2", "Région 1")))
                .extracting(Fault::message)
                .containsExactly("Région 1 ne siège pas : un mandat se donne à un membre présent.");
        faultsOf(() -> record(
                        session, there("Région 1"), mandate("Région 2", "Région 1"), mandate("Région 3", "Région 1")))
                .hasSize(2)
                .allSatisfy(
                        fault -> assertThat(fault.message()).contains("plus de mandats que l’appel n’en admet (1)"));
        record(session, there("Région 1"));
        faultsOf(() -> record(
                        session,
                        new RollLine(
                                "Région 1",
                                Presence.ABSENT,
                                null,
                                clock.instant().minus(Duration.ofHours(1)))))
                .extracting(Fault::field)
                .containsExactly("member0.at");
        assertThat(sessions.get(session.id()).roll())
                .as("nothing of what was refused")
                .hasSize(1);
    }

    @Test
    void theRollIsKeptByTheJuryAndNeverChanges() {
        var session = convened();
        var president = actors.find(PRESIDENT).orElseThrow();
        roll.record(session.id(), List.of(there("Région 1")), president);
        roll.record(session.id(), List.of(there("Région 1")), president);
        roll.record(session.id(), List.of(gone("Région 1")), president);
        assertThat(sessions.get(session.id()).roll())
                .extracting(Attendance::presence)
                .containsExactly(Presence.SALLE, Presence.ABSENT);
        assertThatThrownBy(() -> sql.update("update jury_roll set presence = 'VISIO' where session = ?", session.id()))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> sql.update("delete from jury_roll where session = ?", session.id()))
                .hasMessageContaining("never changes");
        var instructor = actors.find("instructeur").orElseThrow();
        assertThatThrownBy(() -> roll.record(session.id(), List.of(there("Ville 1")), instructor))
                .isInstanceOf(Forbidden.class);
        assertThat(ApiClient.as("porteur", port)
                        .post("/jury-sessions/" + session.id() + "/roll", "[]")
                        .status())
                .isEqualTo(404);
        sessions.cancel(session.id(), "Fin du test", given.manager());
        assertThatThrownBy(() -> record(session, there("Ville 1"))).isInstanceOf(Conflict.class);
    }

    @Test
    void tooFewComeAndTheJuryIsConvokedAgainWithoutAQuorum() {
        var session = convened();
        var number = put(session);
        var manager = ApiClient.as("gestionnaire", port);
        var path = "/jury-sessions/" + session.id();
        assertThat(manager.post(path + "/reconvening", "{}").status())
                .as("not settled")
                .isEqualTo(409);
        processes.answer(
                session.id().toString(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        assertThat(manager.post(path + "/reconvening", "{}").status())
                .as("not called")
                .isEqualTo(409);
        given.called(session);
        assertThat(manager.post(path + "/reconvening", "{}").text()).contains("Le quorum est atteint");
        record(session, gone("Région 2"), gone("Région 3"));
        assertThat(manager.post(path + "/reconvening", "{\"startsAt\": \"2020-01-01T10:00:00Z\", \"place\": \" \"}")
                        .json()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactly("startsAt", "place");

        var again = clock.instant().plus(Duration.ofDays(DAYS.addAndGet(100)));
        var answer = manager.post(
                path + "/reconvening", "{\"startsAt\": \"" + again + "\", \"place\": \"Autre salle fictive\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("earlier").path(0).path("motive").asText())
                .contains("Région : 1 sur 3 (2 requis)");
        assertThat(processes.waitingAt(session.id().toString())).containsExactly("userTask_holdSession");
        assertThat(sql.queryForList(
                        "select subject || chr(10) || body from notification where recipient = ? order by written_at",
                        String.class,
                        PRESIDENT))
                .last()
                .asString()
                .startsWith("Nouvelle convocation : ")
                .contains("Autre salle fictive", number.value(), "1 sur 3");
        faultsOf(() -> processes.answer(session.id().toString(), "userTask_holdSession", "jure-interco", Map.of()))
                .isNotEmpty();

        record(session, there("Région 1"), gone("Région 2"), gone("Région 3"), there("Ville 1"), gone("Ville 2"));
        assertThat(quorum(session, number)).containsExactly("REGION 1/3 0 true", "INTERCOMMUNALITE 1/2 0 true");
        refuse(number);
        processes.answer(session.id().toString(), "userTask_holdSession", "jure-interco", Map.of());
        var minutes = sessions.minutes(session.id());
        assertThat(minutes)
                .containsPattern("Première convocation le .* quorum non atteint \\(Région\\h: 1 sur 3 \\(2 requis\\)")
                .contains("Région 1 sur 3 (sans condition)")
                .contains("Présences")
                .containsPattern("En salle \\(\\d+\\hh\\h\\d\\d\\)");
    }
}
