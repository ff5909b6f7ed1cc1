package fr.ruche.funding;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.workflow.Processes;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DecisionTests {

    private static final String STEP = "userTask_recordDecision";

    @Autowired
    TestDossiers given;

    @Autowired
    ReserveList reserve;

    @Autowired
    FundingDecisions decisions;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    Processes processes;

    @Autowired
    Clock clock;

    private void decide(DossierNumber number, String outcome, String reason) {
        var fields = new HashMap<String, Object>(
                Map.of("decisionOutcome", outcome, "deliberationNumber", "2026-123", "deliberationDate", "02/03/2026"));
        if (!reason.isEmpty()) {
            fields.put("decisionReason", reason);
        }
        given.answer(number, STEP, "gestionnaire", fields);
    }

    private BigDecimal remainder() {
        return envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING);
    }

    @Test
    void aGrantKeepsTheAmountsOfTheJuryAndIsNotified() {
        var number = given.judged();
        var before = remainder();

        decide(number, "ATTRIBUE", "");

        assertThat(remainder()).isEqualByComparingTo(before);
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ATTRIBUE);
        assertThat(processes.waitingAt(number.value())).containsExactly(GrantAnswers.STEP);
        assertThat(decisions.latest(number).orElseThrow().operating()).isEqualByComparingTo("5000.00");
        assertThat(dossiers.timeline(number))
                .as("the deliberation is told once")
                .filteredOn(line -> line.text().contains("Délibération n°"))
                .hasSize(1);
        assertThat(notifications.of(number)).last().satisfies(m -> {
            assertThat(m.letter()).isEqualTo(Letter.GRANTED);
            assertThat(m.body())
                    .contains("2026-123", "02/03/2026", "5\u202f000,00\u00a0€", "tribunal administratif", "30 jours");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', 02/03/2026, deliberationNumber",
        "2026-1, '', deliberationDate",
        "2026-1, 31/02/2026, deliberationDate",
        "2026-1, demain, deliberationDate",
    })
    void aDecisionNamesARealDeliberation(String deliberation, String date, String field) {
        var number = given.judged();
        Map<String, Object> fields =
                Map.of("decisionOutcome", "ATTRIBUE", "deliberationNumber", deliberation, "deliberationDate", date);

        faultsOf(() -> given.answer(number, STEP, "gestionnaire", fields))
                .extracting(Fault::field)
                .contains(field);
        assertThat(decisions.history(number)).isEmpty();
    }

    @Test
    void aDeliberationIsNotToCome() {
        var number = given.judged();
        var tomorrow = ParisTime.dayOf(clock.instant()).plusDays(1);
        var answer = new DecisionAnswer(DecisionOutcome.ATTRIBUE, "2026-1", tomorrow, null);

        faultsOf(() -> decisions.decide(number, answer, given.manager()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(FrenchDay.format(tomorrow)));
    }

    @Test
    void aRejectionAgainstTheJuryMustSayWhyAndGivesTheMoneyBack() {
        var number = given.judged();
        var before = remainder();
        faultsOf(() -> decide(number, "REJETE", "")).extracting(Fault::field).containsExactly("decisionReason");

        decide(number, "REJETE", "Crédits insuffisants");

        assertThat(remainder().subtract(before)).isEqualByComparingTo("5000.00");
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.REJETE);
        assertThat(notifications.of(number))
                .last()
                .extracting(Message::body)
                .asString()
                .contains("Crédits insuffisants");
    }

    @Test
    void theReserveListGivesTheMoneyBackAndAGrantTakesItAgain() {
        var number = given.judged();
        var before = remainder();

        decide(number, "LISTE_COMPLEMENTAIRE", "");

        assertThat(remainder().subtract(before)).isEqualByComparingTo("5000.00");
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.LISTE_COMPLEMENTAIRE);
        assertThat(processes.waitingAt(number.value())).containsExactly(ReserveList.WAITING);
        assertThat(decisions.latest(number).orElseThrow().reserveUntil()).isAfter(ParisTime.dayOf(clock.instant()));
        reserve.call(number, "Crédits revenus", given.manager());
        assertThat(remainder()).as("set aside").isEqualByComparingTo(before);
        decide(number, "ATTRIBUE", "");
        assertThat(remainder()).isEqualByComparingTo(before);
        assertThat(decisions.history(number))
                .extracting(Decision::outcome)
                .containsExactly(DecisionOutcome.LISTE_COMPLEMENTAIRE, DecisionOutcome.ATTRIBUE);
        assertThat(notifications.of(number)).extracting(Message::letter).contains(Letter.RESERVE, Letter.GRANTED);
    }

    @Test
    void anInadmissibleDossierCanOnlyBeRejectedWithTheRulesThatFailed() {
        var number = given.complete("F1", true);
        given.answer(
                number,
                "userTask_instruct",
                "instructeur",
                Map.of("instructionOpinion", "FAVOURABLE", "uncoveredNeedEstablished", "false"));

        faultsOf(() -> decide(number, "ATTRIBUE", "")).extracting(Fault::rule).containsExactly("NO_GRANT");
        faultsOf(() -> decide(number, "LISTE_COMPLEMENTAIRE", ""))
                .extracting(Fault::rule)
                .containsExactly("NO_GRANT");
        decide(number, "REJETE", "");

        var decision = decisions.latest(number).orElseThrow();
        assertThat(decision.failingRules())
                .isNotEmpty()
                .anySatisfy(rule -> assertThat(rule).startsWith("ELIG-10"));
        assertThat(decision.reason()).contains("ELIG-10");
    }

    @Test
    void anUnfavourableJuryIsTheReasonOfTheRejection() {
        var number = given.onAgenda();
        given.answer(
                number,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Peu d’habitants associés"));

        decide(number, "REJETE", "");

        assertThat(decisions.latest(number).orElseThrow().reason()).isEqualTo("Peu d’habitants associés");
    }

    @Test
    void anAbandonAfterTheJuryGivesTheMoneyBack() {
        var number = given.judged();
        var before = remainder();

        dossiers.abandon(number, given.holder(), "Le projet s’arrête");

        assertThat(remainder().subtract(before)).isEqualByComparingTo("5000.00");
        assertThat(notifications.of(number))
                .last()
                .satisfies(m -> assertThat(m.letter()).isEqualTo(Letter.ABANDONED));
    }
}
