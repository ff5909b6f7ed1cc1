package fr.ruche.jury;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.workflow.Processes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class JuryTests {

    private static final String STEP = "userTask_recordJuryOutcome";

    @Autowired
    TestDossiers given;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    Processes processes;

    @Autowired
    Actors actors;

    private void record(DossierNumber number, String outcome, String operating, String reason) {
        var fields = new HashMap<String, Object>(Map.of("juryOutcome", outcome, "juryReason", reason));
        if (!operating.isEmpty()) {
            fields.put("grantedOperating", operating);
        }
        given.answer(number, STEP, "jure-interco", fields);
    }

    private BigDecimal remainder() {
        return envelopes.remainder(TestDossiers.CALL, TestDossiers.TERRITORY, null, Credit.OPERATING);
    }

    private void answer(UUID session, String step, String actor, Map<String, Object> fields) {
        processes.answer(session.toString(), step, actor, fields);
    }

    @Test
    void aFavourableOutcomeCommitsItsAmountsAndGoesToTheDecision() {
        var number = given.onAgenda();
        var before = remainder();

        record(number, "FAVORABLE_PARTIEL", "4 000,50", "Budget réduit");

        assertThat(before.subtract(remainder())).isEqualByComparingTo("4000.50");
        assertThat(dossiers.get(number).grantedOperating()).isEqualByComparingTo("4000.50");
        assertThat(dossiers.get(number).grantedInvestment()).isEqualByComparingTo("0.00");
        assertThat(dossiers.evaluations(number))
                .last()
                .satisfies(e -> assertThat(e.moment()).isEqualTo(Dossiers.Moment.JURY));
        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_recordDecision");
    }

    @ParameterizedTest
    @CsvSource({
        "FAVORABLE, 5000.01, SUR-01",
        "FAVORABLE, 1999.99, A3",
        "FAVORABLE, '', REQUIRED",
        "FAVORABLE_PARTIEL, 5000.00, PARTIAL",
    })
    void anAmountBeyondTheRequestOrBelowTheFloorIsRefused(String outcome, String operating, String rule) {
        var number = given.onAgenda();
        var before = remainder();

        faultsOf(() -> record(number, outcome, operating, "Motif"))
                .extracting(Fault::rule)
                .contains(rule);

        assertThat(remainder()).isEqualByComparingTo(before);
        assertThat(processes.waitingAt(number.value())).containsExactly(STEP);
    }

    @ParameterizedTest
    @CsvSource({"1e9", "-0.01", "NaN", "'12,345'", "beaucoup"})
    void anAmountThatIsNoneIsRefused(String typed) {
        var number = given.onAgenda();

        faultsOf(() -> record(number, "FAVORABLE", typed, "Motif"))
                .extracting(Fault::field)
                .contains("grantedOperating");
    }

    @Test
    void aPostponedDossierGivesItsMoneyBackAndWaitsForAnotherSession() {
        var number = given.onAgenda();
        var before = remainder();

        record(number, "AJOURNE", "", "Précisez le calendrier");

        assertThat(remainder()).isEqualByComparingTo(before);
        assertThat(processes.waitingAt(number.value())).containsExactly("event_putOnAgenda");
        assertThat(notifications.of(number))
                .filteredOn(m -> m.letter() == Letter.JURY_POSTPONED)
                .singleElement()
                .extracting(Message::body)
                .asString()
                .contains("Précisez le calendrier");
        given.putOnAgenda(number);
        record(number, "FAVORABLE", "5 000,00", "Complété");
        assertThat(before.subtract(remainder())).isEqualByComparingTo("5000.00");
    }

    @Test
    void aDossierOfTheReserveListKeepsItsAmountsAndTakesNothingFromTheEnvelope() {
        var number = given.onAgenda();
        var before = remainder();

        faultsOf(() -> record(number, "LISTE_COMPLEMENTAIRE", "5000.01", "Rang 4"))
                .extracting(Fault::rule)
                .contains("SUR-01");
        record(number, "LISTE_COMPLEMENTAIRE", "5 000,00", "Rang 4");

        assertThat(remainder()).isEqualByComparingTo(before);
        assertThat(dossiers.get(number).grantedOperating()).isEqualByComparingTo("5000.00");
        assertThat(processes.waitingAt(number.value())).containsExactly("userTask_recordDecision");
        given.answer(
                number,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome",
                        "ATTRIBUE",
                        "deliberationNumber",
                        "2026-RESERVE",
                        "deliberationDate",
                        "01/01/2026"));
        assertThat(before.subtract(remainder())).isEqualByComparingTo("5000.00");
    }

    @Test
    void theVoteAndADissentStandInTheMinutesAndNobodyVotesTwice() {
        var number = given.instructed();
        var session = given.putOnAgenda(number);
        var fields = new HashMap<String, Object>(Map.of("juryOutcome", "DEFAVORABLE", "juryReason", "Trop tôt"));
        fields.put("votesFor", "2");
        fields.put("votesAgainst", "1");

        faultsOf(() -> given.answer(number, STEP, "jure-interco", fields))
                .extracting(fault -> fault.field() + ":" + fault.rule())
                .containsExactly("votesFor:VOTERS");
        fields.put("votesFor", "1");
        fields.put("dissent", "Un membre voulait <ajourner>.");
        given.answer(number, STEP, "jure-interco", fields);

        assertThat(sessions.minutes(session.id()))
                .contains("1 pour, 1 contre, 0 abstention.", "Un membre voulait &lt;ajourner&gt;.");
    }

    @Test
    void aDossierSentToTheRegionalJuryWaitsForIt() {
        var number = given.onAgenda();

        record(number, "RENVOI_JURY_REGIONAL", "", "Le quorum n’est pas réuni");

        assertThat(dossiers.get(number).jury()).isEqualTo("regional");
        given.putOnAgenda(number);
        faultsOf(() -> record(number, "RENVOI_JURY_REGIONAL", "", "Encore"))
                .extracting(Fault::rule)
                .contains("ROUTE-02");
    }

    @Test
    void aRedirectedDossierEndsWithItsReason() {
        var number = given.onAgenda();

        record(number, "REORIENTE", "", "Relève du droit commun");

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.REORIENTE);
        assertThat(notifications.of(number)).last().satisfies(m -> {
            assertThat(m.letter()).isEqualTo(Letter.REDIRECTED);
            assertThat(m.body()).contains("Relève du droit commun");
        });
    }

    @Test
    void anAgendaTakesOnlyTheDossiersOfItsJury() {
        var number = given.instructed();
        var regional = given.session("regional");

        faultsOf(() -> agendas.put(regional.id(), number, given.manager()))
                .extracting(Fault::rule)
                .containsExactly("ROUTE-01");
        var session = given.session(TestDossiers.TERRITORY);
        var member = actors.find("jure-region").orElseThrow();
        assertThatThrownBy(() -> agendas.put(session.id(), number, member)).isInstanceOf(Forbidden.class);
        agendas.put(session.id(), number, given.manager());
        assertThatThrownBy(() -> agendas.put(session.id(), number, given.manager()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aDossierLeavesAnAgendaWithAMotiveAndMayJoinAnother() {
        var number = given.instructed();
        var session = given.putOnAgenda(number);

        faultsOf(() -> agendas.remove(session.id(), number, " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        agendas.remove(session.id(), number, "Pièce attendue", given.manager());

        assertThat(processes.waitingAt(number.value())).containsExactly("event_putOnAgenda");
        given.putOnAgenda(number);
        assertThat(processes.waitingAt(number.value())).containsExactly(STEP);
    }

    @Test
    void aCancelledSessionLetsItsDossiersGo() {
        var number = given.instructed();
        var session = given.putOnAgenda(number);

        sessions.cancel(session.id(), "Salle indisponible", given.manager());

        assertThat(processes.waitingAt(session.id().toString())).isEmpty();
        assertThat(processes.waitingAt(number.value())).containsExactly("event_putOnAgenda");
        assertThat(sessions.get(session.id()).status()).isEqualTo(SessionStatus.ANNULEE);
        assertThatThrownBy(() -> sessions.cancel(session.id(), "Encore", given.manager()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anAbandonedDossierLeavesTheAgendaAndDoesNotHoldTheSessionUp() {
        var number = given.instructed();
        var session = given.putOnAgenda(number);

        dossiers.abandon(number, given.holder(), "Plus de partenaire");

        assertThat(sessions.get(session.id()).pending()).isEmpty();
        assertThat(sessions.get(session.id()).onAgenda()).isEmpty();
    }

    @Test
    void aSessionIsHeldWhenEveryDossierHasItsOutcomeAndItsMinutesAreFrozenWhenApproved() {
        var number = given.instructed();
        var session = given.session(TestDossiers.TERRITORY);
        faultsOf(() -> answer(session.id(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true)))
                .extracting(Fault::rule)
                .containsExactly("AGENDA");
        agendas.put(session.id(), number, given.manager());
        answer(session.id(), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        Map<String, Object> held =
                Map.of("sessionAttendees", "Alix Exemple\nSacha <b>Exemple</b>", "sessionRemarks", "Débat serein");
        faultsOf(() -> answer(session.id(), "userTask_holdSession", "jure-interco", held))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(number.value()));

        record(number, "FAVORABLE", "5 000,00", "Projet utile & attendu");
        answer(session.id(), "userTask_holdSession", "jure-interco", held);

        assertThat(sessions.get(session.id()).status()).isEqualTo(SessionStatus.TENUE);
        assertThatThrownBy(() -> agendas.remove(session.id(), number, "Trop tard", given.manager()))
                .isInstanceOf(Conflict.class);
        answer(session.id(), "userTask_approveMinutes", "gestionnaire", Map.of("minutesApproved", true));
        var minutes = sessions.minutes(session.id());
        assertThat(minutes)
                .contains(number.value(), "Ateliers de quartier (fictif)", "Avis favorable")
                .contains("Projet utile &amp; attendu", "Alix Exemple, préside la séance", "Sacha &lt;b&gt;Exemple")
                .contains("5\u202f000,00\u00a0€", "Débat serein", "Enveloppes après la séance")
                .contains("Total proposé", "Approuvé le ", "par Compte gestionnaire")
                .doesNotContain("En attente", "Projet, non approuvé");
        assertThat(sessions.get(session.id()).minutesApprovedBy()).isEqualTo("Compte gestionnaire");
        given.judged();
        assertThat(sessions.minutes(session.id())).as("frozen").isEqualTo(minutes);
        assertThatThrownBy(() -> sessions.drawUpMinutes(session.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void aSessionIsConvenedByAManagerWithAPresidentAndBothColleges() {
        var plan = new SessionPlan(
                TestDossiers.CALL,
                TestDossiers.TERRITORY,
                null,
                " ",
                List.of(new JuryMember("Alix Exemple", College.REGION, false, null)));

        faultsOf(() -> sessions.convene(plan, given.manager()))
                .extracting(Fault::field)
                .containsExactly("place", "startsAt", "members", "members");
        var member = actors.find("jure-interco").orElseThrow();
        var good = new SessionPlan(
                TestDossiers.CALL,
                "regional",
                Instant.parse("2026-12-01T13:00:00Z"),
                "Lille",
                List.of(new JuryMember("Alix Exemple", College.REGION, true, null)));
        assertThatThrownBy(() -> sessions.convene(good, member)).isInstanceOf(Forbidden.class);
        var session = sessions.convene(good, given.manager());
        assertThat(sessions.visibleTo(member)).extracting(JurySession::id).doesNotContain(session.id());
        assertThat(sessions.open(member)).extracting(JurySession::id).doesNotContain(session.id());
        var juror = actors.find("jure-region").orElseThrow();
        assertThat(sessions.visibleTo(juror)).extracting(JurySession::id).contains(session.id());
        assertThat(sessions.open(juror)).extracting(JurySession::id).contains(session.id());
        sessions.cancel(session.id(), "Trop peu de dossiers", given.manager());
        assertThat(sessions.visibleTo(juror)).extracting(JurySession::id).contains(session.id());
        assertThat(sessions.open(juror)).extracting(JurySession::id).doesNotContain(session.id());
    }
}
