package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestCalls;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.Calls;
import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CalendarMoveTests {

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Calls calls;

    @Autowired
    TestCalls current;

    @Autowired
    TestMoves moves;

    @Autowired
    DossierRegister register;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    CallParameters original;

    @BeforeEach
    void remember() {
        original = current.current();
    }

    @AfterEach
    void putBack() {
        current.change(original);
    }

    private Instant timer(DossierNumber number, String element) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private Instant taskDue(DossierNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    @Test
    void aLaterDeadlineMovesTheTimersTheDueDateAndTheTimelineSaysSo() {
        var number = given.conform();
        var draft = given.opened();
        var elsewhere = given.complete();
        var elsewhereDue = taskDue(elsewhere);
        var fiche = original.calendar().ficheDeadline().plusDays(10);
        var last = original.calendar().dossierDeadline().plusDays(10);

        current.moveTo(fiche, last);

        assertThat(timer(number, "timer_dossierDeadline"))
                .as("paper that was posted in time may still arrive")
                .isEqualTo(ParisTime.endOf(last.plusDays(original.paper().graceDays())));
        assertThat(taskDue(number)).isEqualTo(ParisTime.endOf(last));
        assertThat(timer(draft, "timer_ficheDeadline")).isEqualTo(ParisTime.endOf(fiche));
        assertThat(dossiers.get(number).dueAt()).isEqualTo(ParisTime.endOf(last));
        assertThat(dossiers.get(number).callVersion())
                .isEqualTo(calls.current(TestDossiers.CALL).version());
        assertThat(dossiers.timeline(number)).last().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("CALL_CHANGED");
            assertThat(line.text()).contains(FrenchDay.format(last));
        });
        var reminder = last.minusDays(original.delays().dossierReminderDays().stream()
                        .max(Integer::compare)
                        .orElseThrow())
                .atTime(9, 0)
                .atZone(ParisTime.ZONE)
                .toInstant();
        assertThat(timer(number, "timer_dossierReminder")).isEqualTo(reminder);
        assertThat(taskDue(elsewhere))
                .as("a step without a date of the calendar")
                .isEqualTo(elsewhereDue);
    }

    @Test
    void aDraftFollowsTheDaysOfTheTerritoryThatItsFicheNames() {
        var general = original.calendar().ficheDeadline();
        var own = general.plusDays(10);
        current.moveTo(own, original.calendar().dossierDeadline().plusDays(10));
        var holder = given.holder();
        var draft = dossiers.open(TestDossiers.CALL, holder, DossierExamples.fiche("F1", null));
        assertThat(timer(draft, "timer_ficheDeadline")).isEqualTo(ParisTime.endOf(general));

        dossiers.saveFiche(draft, DossierExamples.fiche("F1", DossierExamples.LENS), holder, null);
        assertThat(timer(draft, "timer_ficheDeadline")).isEqualTo(ParisTime.endOf(own));
        assertThat(taskDue(draft)).isEqualTo(ParisTime.endOf(own));
        assertThat(dossiers.get(draft).dueAt()).isEqualTo(ParisTime.endOf(own));
        assertThat(timer(draft, "timer_ficheReminder")).isEqualTo(firstReminder(own));

        dossiers.saveFiche(draft, DossierExamples.fiche("F1", DossierExamples.ROUBAIX), holder, null);
        assertThat(timer(draft, "timer_ficheDeadline")).isEqualTo(ParisTime.endOf(general));
        assertThat(timer(draft, "timer_ficheReminder")).isEqualTo(firstReminder(general));
    }

    private Instant firstReminder(LocalDate last) {
        var days = original.delays().ficheReminderDays().stream().max(Integer::compare);
        return last.minusDays(days.orElseThrow())
                .atTime(9, 0)
                .atZone(ParisTime.ZONE)
                .toInstant();
    }

    @Test
    void theManagerDoesNotWaitAndSeesHowManyDossiersAreLeft() {
        var number = given.conform();
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(somebodyWorksOnIt -> {
            register.forChange(number);
            apart.executeWithoutResult(
                    manager -> calls.change(TestDossiers.CALL, original, "gestionnaire", "Sans attendre"));

            var progress = dossiers.progress(calls.current(TestDossiers.CALL));
            assertThat(progress.left()).isPositive();
            assertThat(progress.running()).isGreaterThanOrEqualTo(progress.left());
        });

        moves.await();
        assertThat(dossiers.progress(calls.current(TestDossiers.CALL)).left()).isZero();
        assertThat(dossiers.get(number).callVersion())
                .isEqualTo(calls.current(TestDossiers.CALL).version());
    }

    @Test
    void whatACrashLeftBehindIsMovedAtTheNextStart() {
        current.change(original);
        var number = given.conform();
        var version = calls.current(TestDossiers.CALL).version();
        new TransactionTemplate(transactions)
                .executeWithoutResult(crash -> register.forChange(number).judgedBy(version - 1));
        assertThat(dossiers.progress(calls.current(TestDossiers.CALL)).left()).isOne();

        moves.await();

        assertThat(dossiers.get(number).callVersion()).isEqualTo(version);
        assertThat(dossiers.timeline(number))
                .last()
                .satisfies(line -> assertThat(line.kind()).isEqualTo("CALL_CHANGED"));
    }

    @Test
    void aDossierThatHasEndedStaysWithTheVersionItWasJudgedBy() {
        var number = given.conform();
        dossiers.abandon(number, given.holder(), "Projet arrêté");
        var version = dossiers.get(number).callVersion();

        current.moveTo(
                original.calendar().ficheDeadline().plusDays(3),
                original.calendar().dossierDeadline().plusDays(3));

        assertThat(dossiers.get(number).callVersion()).isEqualTo(version);
    }
}
