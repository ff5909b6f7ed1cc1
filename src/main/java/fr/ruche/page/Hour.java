package fr.ruche.page;

import fr.ruche.common.ParisTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** An hour as people type it: 14:30, 9h05. */
public final class Hour {

    private Hour() {}

    /** The instant in Paris; null when nothing was typed, or with a fault when it is no hour. */
    public static @Nullable Instant read(Typed typed, String field, LocalDate day, Texts texts) {
        var time = typed.text(field);
        if (time == null) {
            return null;
        }
        try {
            return day.atTime(
                            LocalTime.parse(time.replaceAll("\\s*[hH]\\s*", ":").replaceAll("^(\\d):", "0$1:")))
                    .atZone(ParisTime.ZONE)
                    .toInstant();
        } catch (DateTimeParseException notATime) {
            return typed.wrong(field, "TIME", texts.of("session.time.wrong", time));
        }
    }
}
