package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.common.Conflict;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.StepPassage;
import fr.ruche.dossier.TimelineEntry;
import fr.ruche.funding.GrantAnswers;
import fr.ruche.funding.ReserveList;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.Presence;
import fr.ruche.jury.RollCall;
import fr.ruche.jury.RollLine;
import fr.ruche.workflow.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The two processes, on the real engine and with the real rules: every path, and every timer, fired by its name.
 * Nothing of the diagrams may be left unwalked.
 */
@IntegrationTest
class ProcessTests {

    private static final String CONFORMITY = "userTask_checkConformity";
    private static final String COMPLETENESS = "userTask_checkCompleteness";
    private static final String AGENDA = "event_putOnAgenda";
    private static final String OUTCOME = "userTask_recordJuryOutcome";
    private static final String DECISION = "userTask_recordDecision";
    private static final String RESERVE = "receiveTask_awaitPlace";
    private static final String ACCEPTANCE = "userTask_acceptGrant";

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    GrantAnswers answers;

    @Autowired
    ReserveList reserve;

    @Autowired
    RollCall roll;

    @Autowired
    JurySessions sessions;

    @Autowired
    Agendas agendas;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Test
    void aGoodProjectGoesFromTheFicheToTheGrant() {
        var dossier = given.judged();
        assertThat(where(dossier)).containsExactly(DECISION);

        decide(dossier, "ATTRIBUE");
        assertThat(where(dossier)).containsExactly(ACCEPTANCE);
        answers.answer(dossier, true, null, given.holder());

        assertEnded(dossier, DossierStatus.ATTRIBUE, "endEvent_accepted");
        assertThat(dossiers.get(dossier).grantedOperating()).isEqualTo("5000.00");
        assertThat(dossiers.steps(dossier))
                .extracting(StepPassage::step)
                .containsExactly(
                        "userTask_depositFiche",
                        CONFORMITY,
                        "userTask_completeDossier",
                        COMPLETENESS,
                        "userTask_instruct",
                        AGENDA,
                        OUTCOME,
                        DECISION,
                        ACCEPTANCE);
    }

    @Test
    void theClockAlwaysKnowsWhoHoldsTheDossier() {
        var dossier = given.opened();
        assertThat(dossiers.get(dossier).clock()).isEqualTo("PORTEUR");

        dossiers.depositFiche(dossier, given.holder());
        assertThat(dossiers.get(dossier).clock()).isEqualTo("INTERCOMMUNALITE");
        assertThat(dossiers.get(dossier).dueAt()).isNotNull();

        given.answer(dossier, CONFORMITY, "technicien", Map.of("conformityVerdict", "CONFORM"));
        assertThat(dossiers.get(dossier).clock()).isEqualTo("PORTEUR");

        assertThat(dossiers.get(given.complete()).clock()).isEqualTo("REGION");
        assertThat(dossiers.get(given.instructed()).clock()).isEqualTo("JURY");
    }

    @Test
    void aTaskIsOfferedToTheGroupOfItsTerritoryOrOfItsSector() {
        assertThat(groupOf(given.ficheDeposited())).isEqualTo("conformity-" + TestDossiers.TERRITORY);
        assertThat(groupOf(given.fullDeposited()))
                .isEqualTo("instruction-" + dossiers.get(given.fullDeposited()).sector());
        assertThat(groupOf(given.onAgenda())).isEqualTo("jury-" + TestDossiers.TERRITORY);
        assertThat(groupOf(given.judged())).isEqualTo("managers");
    }

    @Test
    void anOpenFicheIsRecalledToItsHolderAndTheNextReminderIsPlanned() {
        var dossier = given.opened();

        fire(dossier, "timer_ficheReminder");

        assertThat(where(dossier)).containsExactly("userTask_depositFiche");
        assertThat(kinds(dossier)).contains("HOLDER_REMINDED");
        assertThat(timer(dossier, "timer_ficheReminder").getDuedate())
                .isBefore(timer(dossier, "timer_ficheDeadline").getDuedate());
    }

    @Test
    void aFicheThatNobodyDepositsLapses() {
        var dossier = given.opened();

        fire(dossier, "timer_ficheDeadline");

        assertEnded(dossier, DossierStatus.CADUC, "endEvent_ficheLapsed");
        assertThatThrownBy(() -> dossiers.depositFiche(dossier, given.holder())).isInstanceOf(Conflict.class);
    }

    @Test
    void aSilentIntercommunalityIsRemindedThenTheRegionDecides() {
        var dossier = given.ficheDeposited();

        fire(dossier, "timer_conformityReminder");
        assertThat(where(dossier)).containsExactly(CONFORMITY);
        assertThat(kinds(dossier)).contains("CONFORMITY_REMINDED");

        fire(dossier, "timer_conformityEscalation");
        assertThat(where(dossier)).containsExactly("userTask_decideConformity");
        assertThat(dossiers.get(dossier).clock()).isEqualTo("REGION");

        given.answer(
                dossier,
                "userTask_decideConformity",
                "instructeur",
                Map.of("conformityVerdict", "CONFORM_WITH_RESERVES", "conformityReason", "Public à préciser."));
        assertThat(where(dossier)).containsExactly("userTask_completeDossier");
    }

    @Test
    void aFicheForwardedToTheRegionIsDecidedThereAfterItsCorrectionTimeToo() {
        var dossier = given.ficheDeposited();

        dossiers.forward(dossier, "REGION", "Opération régionale.", given.manager());

        assertThat(where(dossier)).containsExactly("userTask_decideConformity");
        assertThat(dossiers.get(dossier).clock()).isEqualTo("REGION");
        assertThat(kinds(dossier)).contains("FICHE_FORWARDED");

        given.answer(
                dossier,
                "userTask_decideConformity",
                "instructeur",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Public à préciser."));
        fire(dossier, "timer_ficheCorrection");
        assertThat(where(dossier)).containsExactly("userTask_decideConformity");
    }

    @Test
    void aFicheThatDoesNotConformStopsThere() {
        var dossier = given.ficheDeposited();

        given.answer(
                dossier,
                CONFORMITY,
                "technicien",
                Map.of("conformityVerdict", "NOT_CONFORM", "conformityReason", "Hors du projet de territoire."));

        assertEnded(dossier, DossierStatus.NON_CONFORME, "endEvent_notConform");
    }

    @Test
    void aFicheToCorrectGoesBackToItsHolderAndComesBack() {
        var dossier = toCorrect();
        assertThat(where(dossier)).containsExactly("userTask_correctFiche");
        assertThat(dossiers.get(dossier).clock()).isEqualTo("PORTEUR");

        dossiers.depositFiche(dossier, given.holder());

        assertThat(where(dossier)).containsExactly(CONFORMITY);
    }

    @Test
    void aFicheThatIsNotCorrectedInTimeIsJudgedAsItIs() {
        var dossier = toCorrect();

        fire(dossier, "timer_ficheCorrection");

        assertThat(where(dossier)).containsExactly(CONFORMITY);
    }

    @Test
    void aDossierIsRecalledToItsHolderAndLapsesAtTheDeadline() {
        var dossier = given.conform();

        fire(dossier, "timer_dossierReminder");
        assertThat(where(dossier)).containsExactly("userTask_completeDossier");
        assertThat(kinds(dossier)).contains("HOLDER_REMINDED");

        fire(dossier, "timer_dossierDeadline");
        assertEnded(dossier, DossierStatus.CADUC, "endEvent_dossierLapsed");
    }

    @Test
    void missingPapersAreAskedForAndProvided() {
        var dossier = toComplete();
        assertThat(where(dossier)).containsExactly("userTask_provideDocuments");

        dossiers.depositFull(dossier, given.holder());

        assertThat(where(dossier)).containsExactly(COMPLETENESS);
    }

    @Test
    void papersThatDoNotComeInTimeAreDoneWithout() {
        var dossier = toComplete();

        fire(dossier, "timer_documents");

        assertThat(where(dossier)).containsExactly(COMPLETENESS);
    }

    @Test
    void anInadmissibleDossierStopsThere() {
        var dossier = given.fullDeposited();

        given.answer(
                dossier,
                COMPLETENESS,
                "instructeur",
                Map.of("completenessVerdict", "INADMISSIBLE", "completenessReason", "Une pièce essentielle manque."));

        assertEnded(dossier, DossierStatus.IRRECEVABLE, "endEvent_inadmissible");
    }

    @Test
    void aDossierThatTheRulesRefuseIsDecidedWithoutTheJury() {
        var dossier = given.complete("F1", true);

        given.answer(
                dossier,
                "userTask_instruct",
                "instructeur",
                Map.of("instructionOpinion", "FAVOURABLE", "uncoveredNeedEstablished", "false"));
        assertThat(where(dossier)).containsExactly(DECISION);

        decide(dossier, "REJETE");
        assertEnded(dossier, DossierStatus.REJETE, "endEvent_decided");
    }

    @Test
    void anAdjournedDossierWaitsForAnotherSession() {
        var dossier = given.onAgenda();

        outcome(dossier, "jure-interco", "AJOURNE");

        assertThat(where(dossier)).containsExactly(AGENDA);
    }

    @Test
    void aDossierTakenOffTheAgendaWaitsForAnotherSession() {
        var dossier = given.instructed();
        var session = given.putOnAgenda(dossier);

        agendas.remove(session.id(), dossier, "Le porteur est absent.", given.manager());

        assertThat(where(dossier)).containsExactly(AGENDA);
    }

    @Test
    void aDossierForWhichASessionWaitsGoesStraightToIt() {
        var session = given.session(TestDossiers.TERRITORY);
        agendas.follow(session.id(), AgendaQuery.ALL, given.manager());

        var dossier = given.instructed();

        assertThat(where(dossier)).containsExactly(OUTCOME);
        sessions.cancel(session.id(), "Neige", given.manager());
        assertThat(where(dossier)).containsExactly(AGENDA);
    }

    @Test
    void aDossierSentToTheRegionalJuryIsOfferedToItsMembers() {
        var dossier = given.onAgenda();

        outcome(dossier, "jure-interco", "RENVOI_JURY_REGIONAL");
        assertThat(where(dossier)).containsExactly(AGENDA);
        assertThat(dossiers.get(dossier).jury()).isEqualTo("regional");

        given.putOnAgenda(dossier);
        assertThat(groupOf(dossier)).isEqualTo("jury-regional");
    }

    @Test
    void aRedirectedDossierLeavesTheCall() {
        var dossier = given.onAgenda();

        outcome(dossier, "jure-interco", "REORIENTE");

        assertEnded(dossier, DossierStatus.REORIENTE, "endEvent_redirected");
    }

    @Test
    void aDossierOfTheReserveListMayStillBeGranted() {
        var dossier = given.judged();

        decide(dossier, "LISTE_COMPLEMENTAIRE");
        assertThat(where(dossier)).containsExactly(RESERVE);
        assertThat(dossiers.get(dossier).status()).isEqualTo(DossierStatus.LISTE_COMPLEMENTAIRE);

        reserve.call(dossier, "Crédits revenus", given.manager());
        assertThat(where(dossier)).containsExactly(DECISION);
        decide(dossier, "ATTRIBUE");
        assertThat(where(dossier)).containsExactly(ACCEPTANCE);
    }

    @Test
    void aReserveListThatEndsClosesTheDossier() {
        var dossier = given.judged();
        decide(dossier, "LISTE_COMPLEMENTAIRE");

        fire(dossier, "timer_reserveEnd");

        assertEnded(dossier, DossierStatus.LISTE_CLOSE, "endEvent_reserveClosed");
    }

    @Test
    void aGrantThatIsDeclinedOrNotAnsweredIsGivenBack() {
        var declined = given.offered();
        answers.answer(declined, false, "Projet arrêté", given.holder());
        assertEnded(declined, DossierStatus.RENONCE, "endEvent_renounced");

        var silent = given.offered();
        fire(silent, "timer_acceptance");
        assertEnded(silent, DossierStatus.RENONCE, "endEvent_renounced");
    }

    @Test
    void theHolderMayGiveUpAtAnyTime() {
        var dossier = given.onAgenda();

        dossiers.abandon(dossier, given.holder(), "Le projet n’a plus de local.");

        assertEnded(dossier, DossierStatus.ABANDONNE, "endEvent_abandoned");
    }

    @Test
    void theRegionMayWithdrawADossierAtAnyTime() {
        var dossier = given.conform();

        dossiers.withdraw(dossier, given.manager(), "Le porteur est dissous.");

        assertEnded(dossier, DossierStatus.RETIRE, "endEvent_withdrawn");
    }

    @Test
    void aManagerMovesATimerAndADueDate() {
        var dossier = given.opened();
        var later = Instant.parse("2199-01-01T00:00:00Z");

        assertThat(processes.moveTimer(dossier.value(), "timer_ficheDeadline", later))
                .isOne();
        processes.moveDueDate(dossier.value(), "userTask_depositFiche", later);

        assertThat(timer(dossier, "timer_ficheDeadline").getDuedate().toInstant())
                .isEqualTo(later);
        assertThat(task(dossier.value()).getDueDate().toInstant()).isEqualTo(later);
    }

    @Test
    void aStepOfTheHolderIsNotAnsweredTwice() {
        var dossier = given.ficheDeposited();

        assertThatThrownBy(() -> processes.complete(dossier.value(), "userTask_depositFiche", "porteur", Map.of()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> processes.send("putOnAgenda", dossier.value(), Map.of()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aSessionGoesFromItsAgendaToItsMinutes() {
        var dossier = given.instructed();
        var session = given.putOnAgenda(dossier);
        assertThat(processes.waitingAt(key(session))).containsExactly("userTask_prepareAgenda");
        assertThat(task(key(session)).getDueDate()).isNotNull();

        processes.answer(key(session), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        outcome(dossier, "jure-interco", "DEFAVORABLE");
        processes.answer(key(session), "userTask_holdSession", "jure-interco", Map.of());
        assertThat(sessions.minutes(session.id())).contains(dossier.value());

        processes.answer(key(session), "userTask_approveMinutes", "gestionnaire", Map.of("minutesApproved", true));
        assertThat(passed(key(session))).contains("endEvent_sessionClosed");
        assertThat(processes.waitingAt(key(session))).isEmpty();
    }

    @Test
    void aSessionToWhichTooFewComeIsConvokedAgain() {
        var session = given.putOnAgenda(given.instructed());
        processes.answer(key(session), "userTask_prepareAgenda", "gestionnaire", Map.of("agendaConfirmed", true));
        roll.record(session.id(), List.of(new RollLine("Sacha Exemple", Presence.ABSENT, null, null)), given.manager());

        var again = session.startsAt().plus(Duration.ofDays(900));
        roll.reconvene(session.id(), again, "Autre salle fictive", given.manager());

        assertThat(passed(key(session))).contains("event_sessionReconvened");
        assertThat(processes.waitingAt(key(session))).containsExactly("userTask_holdSession");
        assertThat(task(key(session)).getDueDate()).isCloseTo(Date.from(again), 1000);
    }

    @Test
    void aSessionMayBeCancelled() {
        var session = given.session(TestDossiers.TERRITORY);

        sessions.cancel(session.id(), "Salle indisponible.", given.manager());

        assertThat(passed(key(session))).contains("endEvent_sessionCancelled");
        assertThat(processes.waitingAt(key(session))).isEmpty();
    }

    private DossierNumber toCorrect() {
        var dossier = given.ficheDeposited();
        given.answer(
                dossier,
                CONFORMITY,
                "technicien",
                Map.of("conformityVerdict", "TO_CORRECT", "conformityReason", "Précisez le public."));
        return dossier;
    }

    private DossierNumber toComplete() {
        var dossier = given.fullDeposited();
        given.answer(
                dossier,
                COMPLETENESS,
                "instructeur",
                Map.of("completenessVerdict", "TO_COMPLETE", "completenessReason", "Le RIB est illisible."));
        return dossier;
    }

    private void outcome(DossierNumber dossier, String juror, String outcome) {
        given.answer(dossier, OUTCOME, juror, Map.of("juryOutcome", outcome, "juryReason", "Motif du jury."));
    }

    private void decide(DossierNumber dossier, String outcome) {
        given.answer(
                dossier,
                DECISION,
                "gestionnaire",
                Map.of("decisionOutcome", outcome, "deliberationNumber", "2026-001", "deliberationDate", "01/10/2026"));
    }

    private void assertEnded(DossierNumber dossier, DossierStatus status, String end) {
        assertThat(where(dossier)).isEmpty();
        assertThat(passed(dossier.value())).contains(end);
        assertThat(dossiers.get(dossier).status()).isEqualTo(status);
        assertThat(dossiers.get(dossier).step()).isNull();
        assertThat(dossiers.steps(dossier)).allMatch(passage -> passage.leftAt() != null);
    }

    private List<String> where(DossierNumber dossier) {
        return processes.waitingAt(dossier.value());
    }

    private List<String> kinds(DossierNumber dossier) {
        return dossiers.timeline(dossier).stream().map(TimelineEntry::kind).toList();
    }

    private void fire(DossierNumber dossier, String timer) {
        jobs.executeJob(timer(dossier, timer).getId());
    }

    private Job timer(DossierNumber dossier, String element) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier.value())
                .singleResult();
        return jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult();
    }

    private org.camunda.bpm.engine.task.Task task(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    private String groupOf(DossierNumber dossier) {
        return tasks.getIdentityLinksForTask(task(dossier.value()).getId())
                .get(0)
                .getGroupId();
    }

    private List<String> passed(String businessKey) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map(org.camunda.bpm.engine.history.HistoricActivityInstance::getActivityId)
                .toList();
    }

    private static String key(JurySession session) {
        UUID id = session.id();
        return id.toString();
    }
}
