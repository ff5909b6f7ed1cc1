package fr.ruche.common;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Stream;

/** Days on which administrations work in France: neither a Saturday, a Sunday nor a public holiday. */
public final class WorkingDays {

    /** Code du travail, L.3133-1; those that move with Easter are in {@link #moving}. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private WorkingDays() {}

    /** The last of so many working days that begin on the morrow of this day. */
    public static LocalDate after(LocalDate day, int count) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(WorkingDays::worked)
                .skip(count - 1L)
                .findFirst()
                .orElseThrow();
    }

    static boolean worked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day))
                && moving(day.getYear()).noneMatch(day::equals);
    }

    /** Easter Monday, Ascension and Whit Monday. */
    private static Stream<LocalDate> moving(int year) {
        var easter = easter(year);
        return Stream.of(easter.plusDays(1), easter.plusDays(39), easter.plusDays(50));
    }

    /** The anonymous Gregorian computus. */
    private static LocalDate easter(int year) {
        var moon = year % 19;
        var century = year / 100;
        var rest = year % 100;
        var lunar = (19 * moon + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - lunar - rest % 4) % 7;
        var late = (moon + 11 * lunar + 22 * sunday) / 451;
        var days = lunar + sunday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
