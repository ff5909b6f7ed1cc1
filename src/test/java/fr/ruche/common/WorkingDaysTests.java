package fr.ruche.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of known calendars. */
class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 10, 2026-12-07", // two plain weeks
        "2026-11-20, 1, 2026-11-23", // a week-end
        "2026-11-10, 1, 2026-11-12", // the armistice
        "2026-12-18, 10, 2027-01-05", // Christmas on a Friday, the first of January too
        "2026-04-03, 1, 2026-04-07", // Easter Monday
        "2026-05-13, 1, 2026-05-15", // Ascension
        "2026-05-22, 1, 2026-05-26", // Whit Monday
        "2027-03-26, 1, 2027-03-30", // Easter Monday of the year after
        "2038-04-23, 1, 2038-04-27" // the latest Easter there can be: Monday 26 April
    })
    void onlyDaysOnWhichAdministrationsWorkCount(LocalDate from, int days, LocalDate last) {
        assertThat(WorkingDays.after(from, days)).isEqualTo(last);
    }
}
