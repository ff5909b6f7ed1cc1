package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.programme.Calls;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The call of 2015: fiches until 1 December 2014, dossiers until 23 January 2015, both included, in Paris. */
@IntegrationTest
class TimetableTests {

    @Autowired
    Calls calls;

    private Timetable at(String now) {
        return new Timetable(calls.current("DSDT-2015"), "246200364", Instant.parse(now), Instant.parse(now), 0);
    }

    @Test
    void aDeadlineIsTheFirstInstantOfTheDayAfter() {
        var timetable = at("2014-11-03T10:00:00Z");

        assertThat(timetable.ficheDeadline()).isEqualTo("2014-12-01T23:00:00Z");
        assertThat(timetable.dossierDeadline()).isEqualTo("2015-01-23T23:00:00Z");
        assertThat(timetable.dossierLapse())
                .as("seven days for paper that was posted in time")
                .isEqualTo("2015-01-30T23:00:00Z");
    }

    @Test
    void aDelayCountsWholeDaysInParis() {
        var days = calls.current("DSDT-2015").parameters().delays().documentsDays();

        // 23:30 UTC is already the next day in Paris; the clocks go forward on 29 March 2015.
        var summer = at("2015-07-01T22:30:00Z");

        assertThat(summer.documents())
                .isEqualTo(fr.ruche.common.ParisTime.endOf(
                        java.time.LocalDate.of(2015, 7, 2).plusDays(days)));
    }

    @Test
    void theNextReminderIsTheFirstThatHasNotPassed() {
        var reminders = calls.current("DSDT-2015").parameters().delays().dossierReminderDays();
        var last = java.time.LocalDate.of(2015, 1, 23);
        var longest = reminders.stream().max(Integer::compare).orElseThrow();
        var shortest = reminders.stream().min(Integer::compare).orElseThrow();
        var first = last.minusDays(longest)
                .atTime(9, 0)
                .atZone(fr.ruche.common.ParisTime.ZONE)
                .toInstant();

        assertThat(at("2014-11-03T10:00:00Z").dossierReminder()).isEqualTo(first);
        var late = last.minusDays(shortest)
                .atTime(9, 0)
                .atZone(fr.ruche.common.ParisTime.ZONE)
                .toInstant();
        assertThat(at(late.toString()).dossierReminder())
                .as("none is left: after the dossier has lapsed")
                .isEqualTo("2015-01-31T23:00:00Z");
    }

    @Test
    void everyUserTaskOfTheProcessHasADueDate() throws java.io.IOException {
        var model = new org.springframework.core.io.ClassPathResource("bpmn/dsdt/dsdt-dossier.bpmn")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        var tasks = java.util.regex.Pattern.compile("<bpmn:userTask id=\"(\\w+)\"")
                .matcher(model)
                .results()
                .map(found -> found.group(1))
                .toList();
        var timers = java.util.regex.Pattern.compile(
                        "<bpmn:boundaryEvent id=\"(timer_\\w+)\"[^>]*attachedToRef=\"(\\w+)\"")
                .matcher(model)
                .results()
                .toList();
        var timetable = at("2014-11-03T10:00:00Z");

        assertThat(tasks)
                .hasSizeGreaterThan(8)
                .allSatisfy(task -> assertThat(timetable.due(task)).isPresent());
        assertThat(timers)
                .isNotEmpty()
                .as("but for the reserve list, which ends on the day that was told whatever the call says later")
                .filteredOn(timer -> !timer.group(1).equals("timer_reserveEnd"))
                .allSatisfy(
                        timer -> assertThat(timetable.timers(timer.group(2))).containsKey(timer.group(1)));
    }
}
