package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Dossiers that stand still. Meanwhile the step has no due date and no timer fires; the time is in nobody's clock. When
 * it goes on, its limits are put off by the days that have passed.
 */
@Component
class Suspensions {

    private final StepRecorder steps;
    private final CalendarMove calendar;
    private final Timeline timeline;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suspensions(
            StepRecorder steps,
            CalendarMove calendar,
            Timeline timeline,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.calendar = calendar;
        this.timeline = timeline;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    void suspend(Dossier dossier, String motive, Actor by) {
        var number = dossier.toCase().number();
        if (dossier.suspended()) {
            throw new Conflict(Sentences.of("intervention.suspended.already"));
        }
        if (dossier.step() == null) {
            throw new Conflict(Sentences.of("intervention.nothingWaits"));
        }
        dossier.suspend(clock.instant().truncatedTo(ChronoUnit.MICROS));
        timeline.add(number, "SUSPENDED", Sentences.of("intervention.line.suspended", motive), by);
        events.publishEvent(
                new DossierSuspended(number, motive)); // may leave the step, and must find it standing still
        var step = String.valueOf(dossier.step());
        processes.moveDueDate(number.value(), step, null);
        steps.moveDue(number, step, null);
        processes.suspend(number.value());
    }

    void resume(Dossier dossier, String motive, Actor by) {
        if (!dossier.suspended()) {
            throw new Conflict(Sentences.of("intervention.suspended.not"));
        }
        var number = dossier.toCase().number();
        lift(dossier);
        var due = dossier.toCase().dueAt();
        timeline.add(
                number,
                "RESUMED",
                Sentences.of(
                        "intervention.line.resumed",
                        motive,
                        due == null
                                ? ""
                                : Sentences.of(
                                        "intervention.line.due",
                                        FrenchDay.format(ParisTime.dayOf(due.minusMillis(1))))),
                by);
        events.publishEvent(new DossierResumed(number, motive, due));
    }

    /** Ends the suspension, if there is one, because something else becomes of the dossier. */
    void lift(Dossier dossier) {
        var since = dossier.toCase().suspendedAt();
        if (since == null) {
            return;
        }
        var number = dossier.toCase().number();
        var now = clock.instant();
        var paused = Duration.ofSeconds(Math.round(Duration.between(since, now).toMillis() / 1e3));
        dossier.resume(paused);
        dossier.putOff((int) ChronoUnit.DAYS.between(ParisTime.dayOf(since), ParisTime.dayOf(now)));
        steps.paused(number, paused);
        processes.resume(number.value());
        calendar.renew(number);
    }
}
