package fr.ruche.dossier;

import static fr.ruche.Refusals.faultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestClock;
import fr.ruche.TestDossiers;
import fr.ruche.common.Conflict;
import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.funding.Credit;
import fr.ruche.funding.Envelopes;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.funding.PaymentPlan;
import fr.ruche.funding.Payments;
import fr.ruche.identity.Actors;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Message;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dossiers that stand still, go on, and come back to a step: with their deadlines, their money and their facts. */
@IntegrationTest
class InterventionTests {

    private static final String CHECK = "userTask_checkConformity";
    private static final String COMPLETE = "userTask_completeDossier";
    private static final String INSTRUCT = "userTask_instruct";
    private static final String AGENDA = "serviceTask_joinSession";
    private static final String DECISION = "userTask_recordDecision";
    private static final String WHY = "Erreur matérielle constatée.";

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Autowired
    TestClock clock;

    @Autowired
    Interventions interventions;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierFigures figures;

    @Autowired
    ReadModel readModel;

    @Autowired
    Recusals recusals;

    @Autowired
    Notifications letters;

    @Autowired
    Envelopes envelopes;

    @Autowired
    GrantAnswers answers;

    @Autowired
    Payments payments;

    @Autowired
    Calls calls;

    @Autowired
    Actors actors;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient sql;

    private void suspend(DossierNumber number) {
        interventions.suspend(number, WHY, given.manager());
    }

    private void resume(DossierNumber number) {
        interventions.resume(number, "La pièce est arrivée.", given.manager());
    }

    private void bring(DossierNumber number, String step) {
        interventions.bring(number, step, null, WHY, given.manager());
    }

    private String step(DossierNumber number) {
        return String.valueOf(dossiers.get(number).step());
    }

    private void agrees(DossierNumber number) {
        assertThat(readModel.verify())
                .filteredOn(difference -> difference.dossier().equals(number.value()))
                .isEmpty();
    }

    private List<Letter> told(DossierNumber number) {
        return letters.of(number).stream().map(Message::letter).toList();
    }

    private Date timer(DossierNumber number, String element) {
        var job = management
                .createJobQuery()
                .activityId(element)
                .processInstanceId(instance(number))
                .singleResult();
        return job.getDuedate();
    }

    private String instance(DossierNumber number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    private BigDecimal committed(DossierNumber number) {
        return sql.sql("select coalesce(sum(amount), 0) from envelope_commitment where dossier = ?"
                        + " and released_at is null")
                .param(number.value())
                .query(BigDecimal.class)
                .single();
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private void decide(DossierNumber number, String outcome, Map<String, Object> more) {
        var fields = new HashMap<String, Object>(more);
        fields.put("decisionOutcome", outcome);
        fields.put("deliberationNumber", "2026-I");
        fields.put("deliberationDate", "02/03/2026");
        given.answer(number, DECISION, "gestionnaire", fields);
    }

    @Test
    void aSuspendedDossierStandsStillForEverybody() {
        var number = given.ficheDeposited();
        suspend(number);

        var dossier = dossiers.get(number);
        assertThat(dossier.suspended()).isTrue();
        assertThat(dossier.step()).isEqualTo(CHECK);
        assertThat(dossier.dueAt()).isNull();
        agrees(number);
        assertThatThrownBy(() -> given.answer(number, CHECK, "technicien", given.conformAnswer("F1")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("suspendu");
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        assertThat(task.isSuspended()).isTrue();
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance(number))
                        .active()
                        .count())
                .isZero();
        assertThatThrownBy(() -> suspend(number))
                .isInstanceOf(Conflict.class)
                .hasMessage("Ce dossier est déjà suspendu.");
        assertThat(dossiers.search(
                                DossierFilter.ALL.toDo(DossierFilter.Due.SUSPENDED),
                                given.manager(),
                                0,
                                200,
                                DossierSort.NUMBER_DESC)
                        .items())
                .anyMatch(line -> line.number().equals(number.value()));
        assertThat(told(number)).endsWith(Letter.SUSPENDED);
    }

    @Test
    void whenItGoesOnItsLimitsAreAsManyDaysLaterAndTheTimeIsNobodys() {
        var number = given.ficheDeposited();
        var due = Objects.requireNonNull(dossiers.get(number).dueAt());
        var escalation = timer(number, "timer_conformityEscalation").toInstant();
        clock.at(inDays(2), () -> suspend(number));
        clock.at(inDays(12), () -> resume(number));

        var dossier = dossiers.get(number);
        assertThat(dossier.suspended()).isFalse();
        assertThat(ParisTime.dayOf(Objects.requireNonNull(dossier.dueAt())))
                .isEqualTo(ParisTime.dayOf(due).plusDays(10));
        assertThat(ParisTime.dayOf(timer(number, "timer_conformityEscalation").toInstant()))
                .isEqualTo(ParisTime.dayOf(escalation).plusDays(10));
        assertThat(told(number)).endsWith(Letter.SUSPENDED, Letter.RESUMED);
        agrees(number);

        clock.at(inDays(13), () -> given.answer(number, CHECK, "technicien", given.conformAnswer("F1")));
        var held = sql.sql("select spent_intercommunality from dossier where number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        assertThat(Duration.ofSeconds(held)).isBetween(Duration.ofHours(71), Duration.ofHours(73)); // 13 days less 10
        assertThat(dossiers.get(number).extraDays().step()).isZero();
        agrees(number);
    }

    @Test
    void aPorteurMayDepositAsManyDaysAfterTheDeadlineAsTheDossierStoodStill() {
        var number = given.conform();
        var deadline = calls.current(TestDossiers.CALL).dossierLimit(TestDossiers.TERRITORY);
        dossiers.saveFull(number, given.full(), given.holder(), null);
        given.attach(number);
        suspend(number);
        assertThatThrownBy(() -> dossiers.depositFull(number, given.holder()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("suspendu");
        clock.at(inDays(6), () -> resume(number));
        assertThat(ParisTime.dayOf(Objects.requireNonNull(dossiers.get(number).dueAt())))
                .isEqualTo(ParisTime.dayOf(deadline).plusDays(6));

        clock.at(deadline.plus(Duration.ofDays(5)), () -> dossiers.depositFull(number, given.holder()));
        assertThat(dossiers.lastAssessment(number).orElseThrow().failures())
                .noneMatch(failure -> failure.rule().equals("ELIG-03"));
    }

    @Test
    void aDossierThatIsSuspendedLeavesItsAgendaAndKeepsItsMoney() {
        var onAgenda = given.onAgenda();
        suspend(onAgenda);
        assertThat(step(onAgenda)).isEqualTo("event_putOnAgenda");
        agrees(onAgenda);
        resume(onAgenda);
        given.putOnAgenda(onAgenda);
        assertThat(step(onAgenda)).isEqualTo("userTask_recordJuryOutcome");

        var judged = given.judged();
        suspend(judged);
        assertThat(committed(judged)).isEqualByComparingTo("5000.00");
        assertThatThrownBy(() -> decide(judged, "ATTRIBUE", Map.of())).isInstanceOf(Conflict.class);
        resume(judged);
        decide(judged, "ATTRIBUE", Map.of());
        assertThat(dossiers.get(judged).status()).isEqualTo(DossierStatus.ATTRIBUE);
    }

    @Test
    void whoeverHoldsItMayStillGiveUpAndAManagerMayWithdraw() {
        var abandoned = given.conform();
        suspend(abandoned);
        dossiers.abandon(abandoned, given.holder(), "Projet annulé.");
        assertThat(dossiers.get(abandoned).status()).isEqualTo(DossierStatus.ABANDONNE);
        assertThat(dossiers.get(abandoned).suspended()).isFalse();
        agrees(abandoned);
    }

    @Test
    void whatWasEstablishedSinceNoLongerHoldsWhenADossierComesBack() {
        var number = given.judged();
        assertThat(committed(number)).isEqualByComparingTo("5000.00");
        var points = interventions.returnPoints(number, given.manager());
        assertThat(points)
                .extracting(ReturnPoint::step)
                .startsWith(AGENDA, INSTRUCT)
                .doesNotContain(DECISION);
        assertThat(points).extracting(ReturnPoint::label).contains("Instruire le dossier");

        bring(number, INSTRUCT);

        var dossier = dossiers.get(number);
        assertThat(dossier.step()).isEqualTo(INSTRUCT);
        assertThat(dossier.status()).isEqualTo(DossierStatus.EN_COURS);
        assertThat(dossier.jury()).isNull();
        assertThat(dossier.grantedOperating()).isNull();
        assertThat(committed(number)).isEqualByComparingTo("0");
        assertThat(dossiers.timeline(number, given.manager()))
                .anyMatch(line -> line.kind().equals("DOSSIER_BROUGHT")
                        && line.text()
                                .equals("Remis à l’étape « Instruire le dossier » ; il était à « Enregistrer la"
                                        + " décision ». Motif : " + WHY)
                        && given.manager().displayName().equals(line.authorName()));
        assertThat(dossiers.timeline(number, given.holder()))
                .noneMatch(line -> line.kind().equals("DOSSIER_BROUGHT"));
        assertThat(told(number)).doesNotContain(Letter.BROUGHT_BACK);
        agrees(number);

        given.answer(number, INSTRUCT, "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        assertThat(step(number)).isEqualTo("event_putOnAgenda");
    }

    @Test
    void aDossierOnAnAgendaLeavesItWhenItComesBack() {
        var number = given.onAgenda();
        bring(number, INSTRUCT);
        assertThat(step(number)).isEqualTo(INSTRUCT);
        var open = sql.sql("select count(*) from jury_agenda_item where dossier = ? and outcome is null"
                        + " and removed_at is null")
                .param(number.value())
                .query(Integer.class)
                .single();
        assertThat(open).isZero();
        given.answer(number, INSTRUCT, "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        given.putOnAgenda(number);
        assertThat(step(number)).isEqualTo("userTask_recordJuryOutcome");
    }

    @Test
    void aRejectedDossierIsDecidedAgainWithTheMoneyItHad() {
        var number = given.judged();
        decide(number, "REJETE", Map.of("decisionReason", "Motif erroné."));
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.REJETE);
        assertThat(committed(number)).isEqualByComparingTo("0");

        bring(number, DECISION);

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.EN_COURS);
        assertThat(committed(number)).isEqualByComparingTo("5000.00");
        assertThat(told(number)).endsWith(Letter.BROUGHT_BACK);
        assertThat(dossiers.timeline(number, given.holder()))
                .anyMatch(line -> line.kind().equals("DOSSIER_RESTARTED"));
        agrees(number);
        decide(number, "ATTRIBUE", Map.of());
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ATTRIBUE);
        assertThat(committed(number)).isEqualByComparingTo("5000.00");
    }

    @Test
    void moneyThatIsNoLongerThereIsNotCommittedAgainAndNothingChanges() {
        var number = given.judged();
        decide(number, "REJETE", Map.of("decisionReason", "Motif erroné."));
        var envelope = envelopes.of(TestDossiers.CALL).stream()
                .filter(one -> one.jury().equals(TestDossiers.TERRITORY) && one.credit() == Credit.OPERATING)
                .findFirst()
                .orElseThrow();
        envelopes.changeAmount(envelope.id(), null, envelope.committed(), "Plus rien", given.manager());
        try {
            faultsOf(() -> bring(number, DECISION)).extracting(Fault::rule).containsExactly("ENVELOPE");
            assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.REJETE);
            assertThat(dossiers.get(number).step()).isNull();
        } finally {
            envelopes.changeAmount(envelope.id(), null, envelope.amount(), "De nouveau assez", given.manager());
        }
    }

    @Test
    void anAnswerToAGrantMayBeGivenAgain() {
        var number = given.offered();
        answers.answer(number, false, "Autre financement.", given.holder());
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.RENONCE);
        bring(number, DECISION);
        decide(number, "ATTRIBUE", Map.of());
        answers.answer(number, false, "Toujours pas.", given.holder());
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.RENONCE);
        assertThat(dossiers.timeline(number, given.manager()))
                .filteredOn(line -> line.kind().equals("STATUS_RENONCE"))
                .extracting(TimelineEntry::text)
                .last()
                .asString()
                .contains("Toujours pas.");
    }

    @Test
    void aLapsedDossierGoesOnWithMoreTimeWhichMustBeGiven() {
        var number = given.conform();
        var deadline = timer(number, "timer_dossierDeadline").toInstant();
        clock.at(deadline.plusSeconds(60), () -> {
            due(number).forEach(job -> management.executeJob(job.getId()));
            assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.CADUC);
            var point = interventions.returnPoints(number, given.manager()).stream()
                    .filter(one -> one.step().equals(COMPLETE))
                    .findFirst()
                    .orElseThrow();
            assertThat(point.late()).isTrue();
            var today = ParisTime.dayOf(clock.instant());

            faultsOf(() -> bring(number, COMPLETE)).extracting(Fault::field).containsExactly("until");
            faultsOf(() -> interventions.bring(number, COMPLETE, today.minusDays(1), WHY, given.manager()))
                    .extracting(Fault::field)
                    .containsExactly("until");
            interventions.bring(number, COMPLETE, today.plusDays(10), WHY, given.manager());

            var dossier = dossiers.get(number);
            assertThat(dossier.status()).isEqualTo(DossierStatus.EN_COURS);
            assertThat(dossier.step()).isEqualTo(COMPLETE);
            assertThat(lastDay(dossier.dueAt())).isEqualTo(today.plusDays(10));
            assertThat(timer(number, "timer_dossierDeadline")).isAfter(Date.from(clock.instant()));
            assertThat(told(number)).endsWith(Letter.BROUGHT_BACK);
            assertThat(letters.of(number).get(letters.of(number).size() - 1).body())
                    .contains(fr.ruche.common.FrenchDay.format(today.plusDays(10)));
            agrees(number);
            dossiers.saveFull(number, given.full(), given.holder(), null);
            given.attach(number);
            dossiers.depositFull(number, given.holder());
            assertThat(dossiers.lastAssessment(number).orElseThrow().failures())
                    .noneMatch(failure -> failure.rule().equals("ELIG-03"));
        });
    }

    private static LocalDate lastDay(@org.jspecify.annotations.Nullable Instant due) {
        return ParisTime.dayOf(Objects.requireNonNull(due).minusMillis(1));
    }

    private List<Job> due(DossierNumber number) {
        return management
                .createJobQuery()
                .processInstanceId(instance(number))
                .activityId("timer_dossierDeadline")
                .list();
    }

    @Test
    void aDossierThatIsSentBackToItsFirstJuryIsOfferedToThatJuryAgain() {
        var number = given.onAgenda();
        given.answer(
                number,
                "userTask_recordJuryOutcome",
                "jure-interco",
                Map.of("juryOutcome", "RENVOI_JURY_REGIONAL", "juryReason", "Trop grand."));
        assertThat(dossiers.get(number).route()).isEqualTo(Route.JURY_REGIONAL);
        bring(number, INSTRUCT);
        given.answer(number, INSTRUCT, "instructeur", Map.of("instructionOpinion", "FAVOURABLE"));
        given.putOnAgenda(number);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .taskCandidateGroup("jury-" + TestDossiers.TERRITORY)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatWasPaidIsNotUndone() {
        var number = given.granted();
        payments.record(
                number,
                new PaymentPlan(Credit.OPERATING, Euros.of("1000.00"), LocalDate.now(clock), "MANDAT-FICTIF-1"),
                given.manager());
        assertThatThrownBy(() -> bring(number, DECISION))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("ont été versés");
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ATTRIBUE);
    }

    @Test
    void onlyManagersWhoMayKnowOfItAndSayWhy() {
        var number = given.complete();
        var officer = actors.find("instructeur").orElseThrow();
        assertThatThrownBy(() -> interventions.suspend(number, WHY, officer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> interventions.resume(number, WHY, officer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> interventions.bring(number, CHECK, null, WHY, officer))
                .isInstanceOf(Forbidden.class);
        faultsOf(() -> interventions.suspend(number, " ", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        faultsOf(() -> interventions.bring(number, CHECK, null, "", given.manager()))
                .extracting(Fault::field)
                .containsExactly("motive");
        faultsOf(() -> bring(number, INSTRUCT)).extracting(Fault::field).containsExactly("step");
        faultsOf(() -> bring(number, "userTask_depositFiche"))
                .extracting(Fault::field)
                .containsExactly("step");
        assertThatThrownBy(() -> resume(number))
                .isInstanceOf(Conflict.class)
                .hasMessage("Ce dossier n’est pas suspendu.");
        assertThat(step(number)).isEqualTo(INSTRUCT);

        recusals.declare(number, "gestionnaire", "", "Membre du bureau de l’association.", given.manager());
        assertThatThrownBy(() -> suspend(number)).isInstanceOf(NotFound.class);
        recusals.lift(number, "gestionnaire", "", "Essai terminé.", given.manager());
    }

    @Test
    void theApiDoesTheSame() {
        var number = given.complete();
        var manager = ApiClient.as("gestionnaire", port);
        var path = "/dossiers/" + number;
        assertThat(manager.post(path + "/suspension", "{}").status()).isEqualTo(400);
        assertThat(manager.post(path + "/suspension", "{\"motive\": \"Contentieux.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(manager.post(path + "/resumption", "{\"motive\": \"Jugement rendu.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(manager.get(path + "/return-points").json().findValuesAsText("step"))
                .contains(CHECK);
        assertThat(manager.post(path + "/return", "{\"step\": \"" + CHECK + "\", \"motive\": \"À revoir.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(step(number)).isEqualTo(CHECK);
        assertThat(ApiClient.as("instructeur", port)
                        .post(path + "/suspension", "{\"motive\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }
}
