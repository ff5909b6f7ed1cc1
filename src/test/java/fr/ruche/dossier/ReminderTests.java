package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestClock;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.notification.Letter;
import fr.ruche.notification.Notifications;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The days before a deadline on which the porteur is reminded, in the real engine. */
@IntegrationTest
class ReminderTests {

    @Autowired
    TestDossiers given;

    @Autowired
    TestClock clock;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications letters;

    @Autowired
    Calls calls;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private Call call() {
        return calls.current(TestDossiers.CALL);
    }

    private static Instant nineOClock(LocalDate day) {
        return day.atTime(9, 0).atZone(ParisTime.ZONE).toInstant();
    }

    private static List<Instant> moments(LocalDate deadline, List<Integer> days) {
        return days.stream()
                .sorted(Comparator.reverseOrder())
                .map(before -> nineOClock(deadline.minusDays(before)))
                .toList();
    }

    /** Everything that the engine would do for this dossier at this moment. */
    private void letPass(DossierNumber number, Instant moment) {
        clock.at(moment, () -> {
            var due = due(number, moment);
            for (int round = 0; !due.isEmpty(); round++) {
                assertThat(round).as("a timer that never stops").isLessThan(10);
                due.forEach(job -> management.executeJob(job.getId()));
                due = due(number, moment);
            }
        });
    }

    private List<Job> due(DossierNumber number, Instant moment) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .duedateLowerThan(Date.from(moment.plusMillis(1)))
                        .list()
                        .stream())
                .toList();
    }

    private long reminders(DossierNumber number) {
        return letters.of(number).stream()
                .filter(letter -> letter.letter() == Letter.REMINDER)
                .count();
    }

    private void remindsOnceOnEachDay(DossierNumber number, List<Instant> moments, Instant lastMoment) {
        assertThat(moments).hasSizeGreaterThan(1).allMatch(moment -> moment.isAfter(Instant.now()));
        var sent = 0;
        for (var moment : moments) {
            letPass(number, moment.minusSeconds(1));
            assertThat(reminders(number)).as("just before " + moment).isEqualTo(sent);
            letPass(number, moment);
            assertThat(reminders(number)).as("at " + moment).isEqualTo(++sent);
            letPass(number, moment.plusSeconds(3600));
            assertThat(reminders(number)).as("an hour after " + moment).isEqualTo(sent);
        }
        letPass(number, lastMoment);
        assertThat(reminders(number)).as("until the end").isEqualTo(sent);
        assertThat(dossiers.get(number).status().ended()).isFalse();
    }

    private void remindsNoMore(DossierNumber number, List<Instant> moments) {
        var sent = reminders(number);
        moments.forEach(moment -> letPass(number, moment));
        assertThat(reminders(number)).isEqualTo(sent);
    }

    @Test
    void theFicheIsRecalledOnceOnEachDayOfTheCall() {
        var last = call().ficheDeadline(TestDossiers.TERRITORY);
        var moments = moments(last, call().parameters().delays().ficheReminderDays());

        remindsOnceOnEachDay(given.opened(), moments, ParisTime.endOf(last).minusSeconds(1));
    }

    @Test
    void theDossierIsRecalledOnceOnEachDayOfTheCallAndNoMoreWhilePaperIsAwaited() {
        var lapse = call().dossierLapse(TestDossiers.TERRITORY);

        remindsOnceOnEachDay(given.conform(), dossierMoments(), lapse.minusSeconds(1));
    }

    private List<Instant> dossierMoments() {
        return moments(
                call().dossierDeadline(TestDossiers.TERRITORY),
                call().parameters().delays().dossierReminderDays());
    }

    @Test
    void nobodyIsRemindedOfWhatIsDeposited() {
        stopsAfter(number -> {
            dossiers.saveFull(number, given.full(), given.holder(), null);
            dossiers.depositFull(number, given.holder());
        });
    }

    @Test
    void nobodyIsRemindedOfWhatIsGivenUp() {
        stopsAfter(number -> dossiers.abandon(number, given.holder(), "Projet arrêté"));
    }

    /** After the first reminder, so that the next one is planned already. */
    private void stopsAfter(Consumer<DossierNumber> end) {
        var number = given.conform();
        var moments = dossierMoments();
        letPass(number, moments.get(0));
        assertThat(reminders(number)).isOne();

        end.accept(number);

        remindsNoMore(number, moments);
    }
}
