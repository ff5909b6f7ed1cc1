package fr.ruche.desk.web;

import fr.ruche.page.Typed;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.CallParameters.Calendar;
import fr.ruche.programme.CallParameters.Delays;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days and delays of a call as fields; a field has the name that the faults give it. */
@Component
class CallFields {

    static final List<String> DELAYS = List.of(
            "conformityDays",
            "conformityReminderDays",
            "conformityEscalationDays",
            "ficheCorrectionDays",
            "completenessDays",
            "documentsDays",
            "instructionDays",
            "juryOutcomeDays",
            "decisionDays",
            "reserveDays",
            "juryConvocationDays");

    Typed write(CallParameters parameters) {
        var calendar = parameters.calendar();
        var delays = parameters.delays();
        return Typed.empty()
                .put("calendar.opening", calendar.opening())
                .put("calendar.ficheDeadline", calendar.ficheDeadline())
                .put("calendar.dossierDeadline", calendar.dossierDeadline())
                .put("calendar.geographyDate", calendar.geographyDate())
                .put("delays.conformityDays", delays.conformityDays())
                .put("delays.conformityReminderDays", delays.conformityReminderDays())
                .put("delays.conformityEscalationDays", delays.conformityEscalationDays())
                .put("delays.ficheCorrectionDays", delays.ficheCorrectionDays())
                .put("delays.completenessDays", delays.completenessDays())
                .put("delays.documentsDays", delays.documentsDays())
                .put("delays.instructionDays", delays.instructionDays())
                .put("delays.juryOutcomeDays", delays.juryOutcomeDays())
                .put("delays.decisionDays", delays.decisionDays())
                .put("delays.reserveDays", delays.reserveDays())
                .put("delays.juryConvocationDays", delays.juryConvocationDays());
    }

    /** The parameters with these days; everything else stays as it was. */
    CallParameters read(CallParameters old, Typed typed) {
        return new CallParameters(
                old.title(),
                old.summary(),
                old.programme(),
                old.process(),
                old.models(),
                calendar(old.calendar(), typed),
                old.measures(),
                old.themes(),
                old.documents(),
                old.grid(),
                old.envelopes(),
                old.choices(),
                delays(old.delays(), typed));
    }

    private static Calendar calendar(Calendar old, Typed typed) {
        return new Calendar(
                day(typed, "opening", old.opening()),
                day(typed, "ficheDeadline", old.ficheDeadline()),
                day(typed, "dossierDeadline", old.dossierDeadline()),
                old.juryDates(),
                day(typed, "geographyDate", old.geographyDate()),
                old.territories());
    }

    private static Delays delays(Delays old, Typed typed) {
        return new Delays(
                old.ficheReminderDays(),
                days(typed, "conformityDays", old.conformityDays()),
                days(typed, "conformityReminderDays", old.conformityReminderDays()),
                days(typed, "conformityEscalationDays", old.conformityEscalationDays()),
                days(typed, "ficheCorrectionDays", old.ficheCorrectionDays()),
                old.dossierReminderDays(),
                days(typed, "completenessDays", old.completenessDays()),
                days(typed, "documentsDays", old.documentsDays()),
                days(typed, "instructionDays", old.instructionDays()),
                days(typed, "juryOutcomeDays", old.juryOutcomeDays()),
                days(typed, "decisionDays", old.decisionDays()),
                days(typed, "reserveDays", old.reserveDays()),
                days(typed, "juryConvocationDays", old.juryConvocationDays()));
    }

    private static LocalDate day(Typed typed, String name, LocalDate old) {
        var field = "calendar." + name;
        return Objects.requireNonNullElse(required(typed, field, typed.day(field), "Donnez cette date."), old);
    }

    private static int days(Typed typed, String name, int old) {
        var field = "delays." + name;
        return Objects.requireNonNullElse(required(typed, field, typed.whole(field), "Donnez ce délai en jours."), old);
    }

    private static <T> @Nullable T required(Typed typed, String field, @Nullable T value, String message) {
        return value == null && typed.text(field) == null ? typed.wrong(field, "REQUIRED", message) : value;
    }
}
