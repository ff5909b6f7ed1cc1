package fr.ruche.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** A day as a French person types it. */
public final class FrenchDay {

    private static final List<DateTimeFormatter> TYPED = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private FrenchDay() {}

    /** Reads 31/12/2026 and 2026-12-31; empty for a day that does not exist, such as 31/02/2026. */
    public static Optional<LocalDate> parse(String typed) {
        for (var format : TYPED) {
            try {
                return Optional.of(LocalDate.parse(typed.strip(), format));
            } catch (DateTimeParseException notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** « 31/12/2026 ». */
    public static String format(LocalDate day) {
        return SHOWN.format(day);
    }
}
