package fr.ruche.funding;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.commission.Commission;
import fr.ruche.commission.MeetingItem;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Notifications;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A grant that is not accepted goes to the next of the reserve list by itself; the commission still decides. */
@IntegrationTest
class ReserveTests {

    private static final String DECISION = "userTask_recordDecision";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    ReserveList reserve;

    @Autowired
    ReserveRounds rounds;

    @Autowired
    GrantAnswers answers;

    @Autowired
    Envelopes envelopes;

    @Autowired
    EnvelopeAudit audit;

    @Autowired
    Payments payments;

    @Autowired
    Commission commission;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    ManagementService jobs;

    /** Nobody of another test stands before, and nothing that they gave back is on its way. */
    @BeforeEach
    @AfterEach
    void emptyTheList() {
        for (var line : reserve.of(TestDossiers.CALL, given.manager())) {
            dossiers.withdraw(line.dossier(), given.manager(), "D’un autre test");
        }
        rounds.round();
    }

    private DossierNumber reserved() {
        var number = given.judged();
        decide(number, "LISTE_COMPLEMENTAIRE");
        return number;
    }

    private void decide(DossierNumber number, String outcome) {
        var fields = new HashMap<String, Object>(Map.of(
                "decisionOutcome", outcome,
                "deliberationNumber", "2026-R",
                "deliberationDate", "02/03/2026"));
        if (outcome.equals("REJETE")) {
            fields.put("decisionReason", "Budget à revoir");
        }
        given.answer(number, DECISION, "gestionnaire", fields);
    }

    private String step(DossierNumber number) {
        return String.valueOf(dossiers.get(number).step());
    }

    private BigDecimal left() {
        return envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING);
    }

    private void fire(DossierNumber number, String timer) {
        var job = jobs.createJobQuery().activityId(timer).list().stream()
                .filter(one -> processOf(one.getProcessInstanceId()).equals(number.value()))
                .findFirst()
                .orElseThrow();
        jobs.executeJob(job.getId());
    }

    @Autowired
    org.camunda.bpm.engine.RuntimeService runtime;

    private String processOf(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    @Test
    void aGrantThatIsDeclinedGoesToTheNextInRank() {
        var first = reserved();
        var second = reserved();
        var granted = given.offered();
        var before = left();

        answers.answer(granted, false, "Projet arrêté", given.holder());
        rounds.round();

        assertThat(dossiers.get(granted).status()).isEqualTo(DossierStatus.RENONCE);
        assertThat(notifications.of(granted)).last().satisfies(letter -> {
            assertThat(letter.letter()).isEqualTo(Letter.GRANT_RELEASED);
            assertThat(letter.body()).contains("Projet arrêté");
        });
        assertThat(step(first)).isEqualTo(DECISION);
        assertThat(step(second)).as("one place for one grant").isEqualTo(ReserveList.WAITING);
        assertThat(left()).as("the money has only changed hands").isEqualByComparingTo(before);
        assertThat(dossiers.timeline(first))
                .anySatisfy(line -> assertThat(line.text()).contains(granted.value(), "5\u202f000,00\u00a0€"));
        assertThat(reserve.moves(TestDossiers.CALL, given.manager())).first().satisfies(move -> {
            assertThat(move.dossier()).isEqualTo(first.value());
            assertThat(move.freedBy()).isEqualTo(granted.value());
        });
        assertThat(audit.check()).isEmpty();

        rounds.round();
        assertThat(step(second)).as("money goes once").isEqualTo(ReserveList.WAITING);
        decide(first, "ATTRIBUE");
        assertThat(dossiers.get(first).status()).isEqualTo(DossierStatus.ATTRIBUE);
        assertThat(audit.check()).isEmpty();
    }

    @Test
    void silenceIsNoAcceptance() {
        var first = reserved();
        var granted = given.offered();

        fire(granted, "timer_acceptance");
        rounds.round();

        assertThat(dossiers.get(granted).status()).isEqualTo(DossierStatus.RENONCE);
        assertThat(notifications.of(granted))
                .last()
                .satisfies(letter -> assertThat(letter.body()).contains("n’a pas répondu à temps"));
        assertThat(step(first)).isEqualTo(DECISION);
        assertThatThrownBy(() -> answers.answer(granted, true, null, given.holder()))
                .as("too late")
                .isInstanceOf(Conflict.class);
    }

    @Test
    void oneWhoIsCalledAndNotGrantedGivesHisPlaceToTheNext() {
        var first = reserved();
        var second = reserved();
        reserve.call(first, null, given.manager());

        decide(first, "REJETE");
        rounds.round();

        assertThat(dossiers.get(first).status()).isEqualTo(DossierStatus.REJETE);
        assertThat(step(second)).isEqualTo(DECISION);

        decide(second, "LISTE_COMPLEMENTAIRE");
        rounds.round();
        assertThat(step(second))
                .as("not called again with what was just turned down")
                .isEqualTo(ReserveList.WAITING);
    }

    @Test
    void theRankIsStrictAndAManagerWhoJumpsItSaysWhy() {
        var first = reserved();
        var second = reserved();
        var envelope = envelopes.of(TestDossiers.CALL).stream()
                .filter(one -> one.jury().equals(TestDossiers.TERRITORY) && one.credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();
        var tight = envelope.committed().add(new BigDecimal("4999.99"));
        envelopes.changeAmount(envelope.id(), null, tight, "Test", given.manager());
        try {
            faultsOf(() -> reserve.call(first, null, given.manager()))
                    .extracting(Fault::rule)
                    .containsExactly("ENVELOPE");
            assertThat(step(first)).isEqualTo(ReserveList.WAITING);
        } finally {
            envelopes.changeAmount(envelope.id(), null, envelope.amount(), "Fin du test", given.manager());
        }
        faultsOf(() -> reserve.call(second, " ", given.manager()))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("motive:RANK");

        reserve.call(second, "Le premier attend son permis", given.manager());

        assertThat(step(second)).isEqualTo(DECISION);
        assertThat(step(first)).isEqualTo(ReserveList.WAITING);
        assertThatThrownBy(() -> reserve.call(second, "Encore", given.manager()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theListEndsOnTheDayThatWasTold() {
        var number = reserved();

        fire(number, "timer_reserveEnd");

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.LISTE_CLOSE);
        assertThat(notifications.of(number))
                .last()
                .satisfies(letter -> assertThat(letter.letter()).isEqualTo(Letter.RESERVE_CLOSED));
        assertThat(reserve.of(TestDossiers.CALL, given.manager())).isEmpty();
    }

    @Test
    void theCommissionFindsOnItsListWhoWasCalled() {
        var waiting = reserved();
        var called = reserved();
        reserve.call(called, "Pour le test", given.manager());
        var meeting = commission.prepare(
                TestDossiers.CALL, LocalDate.of(2026, 3, 2), "Liste complémentaire", given.manager());
        try {
            assertThat(meeting.items())
                    .extracting(MeetingItem::dossier)
                    .contains(called)
                    .doesNotContain(waiting);
            assertThat(meeting.items())
                    .filteredOn(item -> item.dossier().equals(called))
                    .singleElement()
                    .satisfies(item -> assertThat(item.outcome()).isEqualTo(DecisionOutcome.ATTRIBUE));
        } finally {
            meeting.items()
                    .forEach(item -> commission.remove(meeting.id(), item.dossier(), "Fin du test", given.manager()));
        }
    }

    @Test
    void nothingIsPaidBeforeTheGrantIsAccepted() {
        var number = given.offered();
        var plan = new PaymentPlan(Credit.OPERATING, new BigDecimal("10.00"), LocalDate.of(2026, 3, 3), "M-1");
        assertThatThrownBy(() -> payments.record(number, plan, given.manager())).isInstanceOf(Conflict.class);

        answers.answer(number, true, null, given.holder());

        payments.record(number, plan, given.manager());
        assertThat(payments.remaining(number, Credit.OPERATING)).isEqualByComparingTo("4990.00");
    }

    @Test
    void theAnswerIsThePorteursOrOneOnPaper() {
        var number = given.offered();
        faultsOf(() -> answers.answer(number, null, null, given.holder()))
                .extracting(Fault::field)
                .containsExactly("accepted");
        faultsOf(() -> answers.answer(number, true, " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        assertThat(ApiClient.as("instructeur", port)
                        .post("/dossiers/" + number + "/grant-answer", "{\"accepted\": true}")
                        .status())
                .isEqualTo(403);
        assertThat(ApiClient.as("porteur", port)
                        .post("/dossiers/" + number + "/grant-answer", "{\"accepted\": true}")
                        .status())
                .isEqualTo(204);
        assertThat(dossiers.get(number).step()).isNull();
        assertThat(ApiClient.as("porteur", port)
                        .post(
                                "/dossiers/" + number + "/grant-answer",
                                "{\"accepted\": false, \"motive\": \"Trop tard\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoMaySeeADossierSeesItsRank() {
        reserved();
        var number = reserved();
        assertThat(reserve.on(number, given.holder()).orElseThrow().rank()).isEqualTo(2);
        assertThat(reserve.on(given.judged(), given.holder())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteur", "technicien", "instructeur", "jure-region", "admin"})
    void onlyManagersReadTheListsAndCall(String username) {
        var somebody = ApiClient.as(username, port);
        for (var path : List.of("/reserve?call=" + TestDossiers.CALL, "/reserve/moves?call=" + TestDossiers.CALL)) {
            assertThat(somebody.get(path).status()).isEqualTo(403);
        }
        assertThat(somebody.post("/reserve/DSDT-2026-00001/call", "{}").status())
                .isEqualTo(403);
    }
}
