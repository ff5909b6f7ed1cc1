package fr.ruche.dossier.process;

import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierCase;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.Delays;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.ProcessAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The due dates and timers of {@code bpmn/dsdt-dossier.bpmn}, from the call's calendar and delays. Each method takes
 * the dossier number; a delay counts whole days in Paris from now, and ends with its last day.
 */
@ProcessAction
class Deadlines {

    /** Reminders go out when people are at work. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Dossiers dossiers;
    private final Calls calls;
    private final Clock clock;

    Deadlines(Dossiers dossiers, Calls calls, Clock clock) {
        this.dossiers = dossiers;
        this.calls = calls;
        this.clock = clock;
    }

    public Date ficheDeadline(String dossier) {
        return Date.from(ficheLimit(dossier));
    }

    public Date dossierDeadline(String dossier) {
        return Date.from(dossierLimit(dossier));
    }

    /** The next day of {@code ficheReminderDays}, as a repetition that happens once; asked again when it has. */
    public String ficheReminder(String dossier) {
        return nextReminder(ficheLimit(dossier), delays(dossier).ficheReminderDays());
    }

    /** The next day of {@code dossierReminderDays}; see {@link #ficheReminder}. */
    public String dossierReminder(String dossier) {
        return nextReminder(dossierLimit(dossier), delays(dossier).dossierReminderDays());
    }

    public Date conformity(String dossier) {
        return after(dossier, Delays::conformityDays);
    }

    public Date conformityReminder(String dossier) {
        return after(dossier, Delays::conformityReminderDays);
    }

    public Date conformityEscalation(String dossier) {
        return after(dossier, Delays::conformityEscalationDays);
    }

    public Date ficheCorrection(String dossier) {
        return after(dossier, Delays::ficheCorrectionDays);
    }

    public Date completeness(String dossier) {
        return after(dossier, Delays::completenessDays);
    }

    public Date documents(String dossier) {
        return after(dossier, Delays::documentsDays);
    }

    public Date instruction(String dossier) {
        return after(dossier, Delays::instructionDays);
    }

    public Date juryOutcome(String dossier) {
        return after(dossier, Delays::juryOutcomeDays);
    }

    public Date decision(String dossier) {
        return after(dossier, Delays::decisionDays);
    }

    private Date after(String dossier, ToIntFunction<Delays> days) {
        return Date.from(ParisTime.endOf(today().plusDays(days.applyAsInt(delays(dossier)))));
    }

    /** When no reminder is left it lies after the limit, which ends the task and the timer with it. */
    private String nextReminder(Instant limit, List<Integer> daysBefore) {
        var lastDay = ParisTime.dayOf(limit.minusNanos(1));
        var next = daysBefore.stream()
                .map(days -> lastDay.minusDays(days)
                        .atTime(MORNING)
                        .atZone(ParisTime.ZONE)
                        .toInstant())
                .filter(moment -> moment.isAfter(clock.instant()))
                .min(Comparator.naturalOrder())
                .orElse(limit.plus(Duration.ofDays(1)));
        return "R1/" + next + "/P1D";
    }

    private Instant ficheLimit(String dossier) {
        var known = dossier(dossier);
        return call(known).ficheLimit(territory(known));
    }

    private Instant dossierLimit(String dossier) {
        var known = dossier(dossier);
        return call(known).dossierLimit(territory(known));
    }

    /** Empty while the fiche names no commune: the calendar of the call then holds. */
    private static String territory(DossierCase dossier) {
        var territory = dossier.territory();
        return territory == null ? "" : territory;
    }

    private Delays delays(String dossier) {
        return call(dossier(dossier)).parameters().delays();
    }

    private Call call(DossierCase dossier) {
        return calls.at(dossier.call(), dossier.callVersion());
    }

    private DossierCase dossier(String number) {
        return dossiers.get(new DossierNumber(number));
    }

    private LocalDate today() {
        return ParisTime.dayOf(clock.instant());
    }
}
