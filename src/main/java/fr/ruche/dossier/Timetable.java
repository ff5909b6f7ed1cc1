package fr.ruche.dossier;

import fr.ruche.common.ParisTime;
import fr.ruche.programme.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When everything in {@code bpmn/dsdt/dsdt-dossier.bpmn} is due, by the calendar and the delays of one version of a
 * call. A delay counts whole days in Paris and ends with its last day: the instant given is the first that is late.
 *
 * @param territory SIREN of the EPCI, or empty while the fiche names no commune: the calendar of the call then holds
 * @param since when the current step began
 * @param now for the reminders: the next one is the first after it
 * @param extraDays whole days by which the delay of the current step is longer for this dossier
 */
public record Timetable(Call call, String territory, Instant since, Instant now, int extraDays) {

    /** Reminders go out when people are at work. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** For a step that begins now: no day was given to it yet. */
    public static Timetable beginning(DossierCase dossier, Call call, Instant now) {
        var running = of(dossier, call, now, now);
        return new Timetable(running.call(), running.territory(), now, now, 0);
    }

    /** With the days that were given to the dossier besides. */
    public static Timetable of(DossierCase dossier, Call call, Instant since, Instant now) {
        return new Timetable(
                dossier.extraDays().of(call),
                dossier.territory() == null ? "" : dossier.territory(),
                since,
                now,
                dossier.extraDays().step());
    }

    public Instant ficheDeadline() {
        return call.ficheLimit(territory);
    }

    public Instant dossierDeadline() {
        return call.dossierLimit(territory);
    }

    /** When a dossier of which no full deposit has come, on paper neither, lapses. */
    public Instant dossierLapse() {
        return call.dossierLapse(territory);
    }

    /** The next day of {@code ficheReminderDays}; when none is left, after the step has ended. */
    public Instant ficheReminder() {
        return nextReminder(
                ficheDeadline(), ficheDeadline(), call.parameters().delays().ficheReminderDays());
    }

    /** The next day of {@code dossierReminderDays}; see {@link #ficheReminder}. */
    public Instant dossierReminder() {
        return nextReminder(
                dossierDeadline(), dossierLapse(), call.parameters().delays().dossierReminderDays());
    }

    public Instant conformity() {
        return after(call.parameters().delays().conformityDays());
    }

    public Instant conformityReminder() {
        return after(call.parameters().delays().conformityReminderDays());
    }

    public Instant conformityEscalation() {
        return after(call.parameters().delays().conformityEscalationDays());
    }

    public Instant ficheCorrection() {
        return after(call.parameters().delays().ficheCorrectionDays());
    }

    public Instant completeness() {
        return after(call.parameters().delays().completenessDays());
    }

    /** Whatever service is asked, and whatever the diagram calls the step. */
    public Instant consultation() {
        return after(call.parameters().delays().consultationDays());
    }

    /** The end of a step or of a timer that a modeller drew, by its id in the diagram. */
    public Instant step(String element) {
        return after(call.parameters().delays().of(element));
    }

    public Instant documents() {
        return after(call.parameters().delays().documentsDays());
    }

    public Instant instruction() {
        return after(call.parameters().delays().instructionDays());
    }

    public Instant juryOutcome() {
        return after(call.parameters().delays().juryOutcomeDays());
    }

    public Instant decision() {
        return after(call.parameters().delays().decisionDays());
    }

    /** The last day on which the porteur may accept the grant. */
    public Instant acceptance() {
        return after(call.parameters().delays().acceptanceDays());
    }

    /** When the step is due; empty for an event that waits without a limit. */
    Optional<Instant> due(String step) {
        return Optional.ofNullable(
                switch (step) {
                    case "userTask_depositFiche" -> ficheDeadline();
                    case "userTask_checkConformity", "userTask_decideConformity" -> conformity();
                    case "userTask_correctFiche" -> ficheCorrection();
                    case "userTask_completeDossier" -> dossierDeadline();
                    case "userTask_checkCompleteness" -> completeness();
                    case "userTask_provideDocuments" -> documents();
                    case "userTask_instruct" -> instruction();
                    case "userTask_recordJuryOutcome" -> juryOutcome();
                    case "userTask_recordDecision" -> decision();
                    case "userTask_acceptGrant" -> acceptance();
                    default -> Step.isOfModeller(step) ? step(step) : null;
                });
    }

    /** The timers that may run while the dossier waits at the step, by their ids in the model. */
    Map<String, Instant> timers(String step) {
        var timers = new HashMap<>(known(step));
        call.parameters().delays().steps().keySet().stream()
                .filter(element -> !Step.isOfModeller(element))
                .forEach(timer -> timers.put(timer, step(timer)));
        return timers;
    }

    private Map<String, Instant> known(String step) {
        return switch (step) {
            case "userTask_depositFiche" ->
                Map.of("timer_ficheReminder", ficheReminder(), "timer_ficheDeadline", ficheDeadline());
            case "userTask_checkConformity" ->
                Map.of(
                        "timer_conformityReminder",
                        conformityReminder(),
                        "timer_conformityEscalation",
                        conformityEscalation());
            case "userTask_correctFiche" -> Map.of("timer_ficheCorrection", ficheCorrection());
            case "userTask_completeDossier" ->
                Map.of("timer_dossierReminder", dossierReminder(), "timer_dossierDeadline", dossierLapse());
            case "userTask_provideDocuments" -> Map.of("timer_documents", documents());
            case "userTask_acceptGrant" -> Map.of("timer_acceptance", acceptance());
            default -> Map.of();
        };
    }

    private Instant after(int days) {
        return ParisTime.endOf(ParisTime.dayOf(since).plusDays(days).plusDays(extraDays));
    }

    private Instant nextReminder(Instant limit, Instant end, List<Integer> daysBefore) {
        var lastDay = ParisTime.dayOf(limit.minusNanos(1));
        return daysBefore.stream()
                .map(days -> lastDay.minusDays(days)
                        .atTime(MORNING)
                        .atZone(ParisTime.ZONE)
                        .toInstant())
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse((end.isAfter(now) ? end : now).plus(Duration.ofDays(1))); // a repetition in the past is none
    }
}
