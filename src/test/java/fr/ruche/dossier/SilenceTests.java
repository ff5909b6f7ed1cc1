package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTests {

    @ParameterizedTest
    @CsvSource({
        "2015-01-20,2015-03-20", // domain.md SIL-01
        "2014-12-31,2015-02-28",
        "2015-12-31,2016-02-29",
        "2026-07-31,2026-09-30"
    })
    void monthsGoFromDayToSameDay(LocalDate received, LocalDate rejected) {
        var silence = Silence.from(received);

        assertThat(silence.until()).isEqualTo(rejected);
        assertThat(silence.rejectedBy(rejected.minusDays(1))).isFalse();
        assertThat(silence.rejectedBy(rejected)).isTrue();
    }

    @Test
    void theTimeOfASuspensionIsGivenBackAndNoMore() {
        var from = LocalDate.of(2026, 2, 1);
        var silence = Silence.from(LocalDate.of(2026, 1, 20)).suspended(from);

        assertThat(silence.suspendedOn()).isEqualTo(from);
        assertThat(silence.rejectedBy(LocalDate.of(2030, 1, 1))).isFalse();
        assertThat(silence.suspended(from.plusDays(3))).isEqualTo(silence);
        assertThat(silence.resumed(from.plusDays(10))).isEqualTo(new Silence(LocalDate.of(2026, 3, 30), null));
        assertThat(silence.resumed(from).until()).isEqualTo(LocalDate.of(2026, 3, 20));
    }

    @Test
    void severalSuspensionsAddUp() {
        var day = LocalDate.of(2026, 2, 1);
        var silence = Silence.from(LocalDate.of(2026, 1, 20))
                .suspended(day)
                .resumed(day.plusDays(5))
                .suspended(day.plusDays(20))
                .resumed(day.plusDays(27));

        assertThat(silence.until()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(silence.resumed(day.plusDays(100))).isEqualTo(silence);
    }
}
