package fr.ruche.jury;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actors;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agenda that composes itself: what is ready joins, what comes later too, what was put off comes back. */
@IntegrationTest
class AgendaQueryTests {

    private static final String STEP = "userTask_recordJuryOutcome";
    private static final String WAITING = "event_putOnAgenda";

    @Autowired
    TestDossiers given;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processes processes;

    @Autowired
    Actors actors;

    @Autowired
    Clock clock;

    private final List<JurySession> convened = new ArrayList<>();

    /** An open session that composes itself would take the dossiers of other tests. */
    @AfterEach
    void close() {
        convened.forEach(session -> {
            if (sessions.get(session.id()).status().open()) {
                sessions.cancel(session.id(), "Fin du test", given.manager());
            }
        });
    }

    private JurySession session(int days, @Nullable AgendaQuery query) {
        var session = given.called(sessions.convene(
                new SessionPlan(
                        TestDossiers.CALL,
                        TestDossiers.TERRITORY,
                        clock.instant().plus(Duration.ofDays(days)),
                        "Lens, salle fictive",
                        List.of(
                                new JuryMember("Alix Exemple", College.REGION, true, null),
                                new JuryMember("Sacha Exemple", College.INTERCOMMUNALITE, false, "jure-interco")),
                        query),
                given.manager()));
        convened.add(session);
        return session;
    }

    private List<DossierNumber> agenda(JurySession session) {
        return sessions.get(session.id()).onAgenda().stream()
                .map(AgendaItem::dossier)
                .toList();
    }

    @Test
    void whatWaitsJoinsAtOnceAndWhatBecomesReadyLaterJoinsByItself() {
        var before = given.instructed();
        var session = session(50, AgendaQuery.ALL);
        var after = given.instructed();

        assertThat(agenda(session)).contains(before).endsWith(after);
        assertThat(processes.waitingAt(before.value())).containsExactly(STEP);
        assertThat(processes.waitingAt(after.value())).containsExactly(STEP);
        assertThat(dossiers.timeline(after))
                .last()
                .satisfies(
                        line -> assertThat(line.text()).startsWith("Le dossier est inscrit d’office à la séance du "));
    }

    @Test
    void anAgendaMadeByHandTakesNothingByItself() {
        var session = session(50, null);
        var number = given.instructed();

        assertThat(agenda(session)).isEmpty();
        assertThat(processes.waitingAt(number.value())).containsExactly(WAITING);
    }

    @Test
    void aDossierThatWasPutOffComesBackInTheNextSession() {
        var first = session(50, AgendaQuery.ALL);
        var number = given.instructed();
        var next = session(80, AgendaQuery.ALL);

        given.answer(number, STEP, "jure-interco", Map.of("juryOutcome", "AJOURNE", "juryReason", "À préciser"));

        assertThat(agenda(next)).contains(number);
        assertThat(sessions.get(first.id()).pending())
                .extracting(AgendaItem::dossier)
                .doesNotContain(number);
        assertThat(processes.waitingAt(number.value())).containsExactly(STEP);
    }

    @Test
    void aDossierTakenOffDoesNotReturnByItselfButMayBePutBackByHand() {
        var session = session(50, AgendaQuery.ALL);
        var number = given.instructed();

        agendas.remove(session.id(), number, "Porteur absent", given.manager());

        assertThat(agenda(session)).doesNotContain(number);
        assertThat(processes.waitingAt(number.value())).containsExactly(WAITING);
        agendas.follow(session.id(), AgendaQuery.ALL, given.manager());
        assertThat(agenda(session)).doesNotContain(number);
        agendas.put(session.id(), number, given.manager());
        assertThat(agenda(session)).contains(number);
    }

    @Test
    void onlyTheMeasuresOfTheQueryJoin() {
        var session = session(50, new AgendaQuery(List.of("F2"), List.of()));
        var number = given.instructed();
        assertThat(dossiers.get(number).measure()).isEqualTo("F1");
        assertThat(agenda(session)).doesNotContain(number);

        agendas.follow(session.id(), new AgendaQuery(List.of("F1", "F2"), List.of()), given.manager());

        assertThat(agenda(session)).contains(number);
    }

    @Test
    void aSettledAgendaTakesNothingMoreByItself() {
        var session = session(50, AgendaQuery.ALL);
        given.instructed();
        processes.answer(
                session.id().toString(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));

        var late = given.instructed();

        assertThat(agenda(session)).doesNotContain(late);
        assertThat(processes.waitingAt(late.value())).containsExactly(WAITING);
        assertThatThrownBy(() -> agendas.follow(session.id(), AgendaQuery.ALL, given.manager()))
                .isInstanceOf(Conflict.class);
        assertThat(sessions.get(session.id()).convokedAt()).isNotNull();
    }

    @Test
    void aQueryThatTheCallDoesNotKnowIsRefusedAtItsField() {
        var session = session(50, null);

        faultsOf(() -> agendas.follow(
                        session.id(), new AgendaQuery(List.of("F9"), List.of("246200364")), given.manager()))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("measures:MEASURE", "territories:ROUTE-01");
        assertThatThrownBy(() -> agendas.follow(
                        session.id(),
                        AgendaQuery.ALL,
                        actors.find("jure-interco").orElseThrow()))
                .isInstanceOf(Forbidden.class);
        assertThat(sessions.get(session.id()).query()).isNull();
    }
}
