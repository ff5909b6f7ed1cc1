package fr.ruche.dossier.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DeadlinesTests {

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Calls calls;

    private Deadlines at(Instant now) {
        return new Deadlines(dossiers, calls, Clock.fixed(now, ZoneOffset.UTC));
    }

    private LocalDate ficheDay(DossierNumber dossier) {
        var known = dossiers.get(dossier);
        return calls.at(known.call(), known.callVersion()).ficheDeadline(known.territory());
    }

    private static Instant nineOClock(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(ParisTime.ZONE).toInstant();
    }

    @Test
    void theFicheIsDueUntilTheEndOfItsDayInParis() {
        var dossier = given.opened();

        assertThat(at(Instant.now()).ficheDeadline(dossier.value()).toInstant())
                .isEqualTo(ficheDay(dossier)
                        .plusDays(1)
                        .atStartOfDay(ParisTime.ZONE)
                        .toInstant());
    }

    @Test
    void aReminderGoesOutOnEachOfTheDaysOfTheCallThenNoMore() {
        var dossier = given.opened();
        var day = ficheDay(dossier);
        var days = calls.current(TestDossiers.CALL).parameters().delays().ficheReminderDays();
        assertThat(days).containsExactly(14, 3);

        var first = nineOClock(day.minusDays(14));
        var second = nineOClock(day.minusDays(3));
        assertThat(at(first.minusSeconds(1)).ficheReminder(dossier.value())).isEqualTo("R1/" + first + "/P1D");
        assertThat(at(first).ficheReminder(dossier.value())).isEqualTo("R1/" + second + "/P1D");
        var none = Instant.parse(at(second).ficheReminder(dossier.value()).split("/")[1]);
        assertThat(none).isAfter(at(second).ficheDeadline(dossier.value()).toInstant());
    }

    @Test
    void aDelayCountsWholeDaysAndEndsWithTheLastOne() {
        var dossier = given.opened();
        var lateInParis = Instant.parse("2026-03-28T23:30:00Z"); // 29 March, 00:30: the night the clocks go forward

        var due = at(lateInParis).conformity(dossier.value()).toInstant();

        var days = calls.current(TestDossiers.CALL).parameters().delays().conformityDays();
        assertThat(due).isEqualTo(ParisTime.endOf(LocalDate.of(2026, 3, 29).plusDays(days)));
    }
}
