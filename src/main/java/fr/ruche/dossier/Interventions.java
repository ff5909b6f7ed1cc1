package fr.ruche.dossier;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Motive;
import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Role;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Migrations;
import fr.ruche.workflow.ModelPlaces;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a manager may do to a dossier besides the steps of its diagram: let it stand still, let it go on, bring it back
 * to a step it has been at, even when it has ended. Each is one transaction with the engine's own, needs a motive, and
 * leaves a line in the timeline.
 */
@Service
@Transactional
public class Interventions {

    private final DossierRegister register;
    private final KeptAway kept;
    private final Suspensions suspensions;
    private final StepRecorder steps;
    private final CalendarMove calendar;
    private final Timeline timeline;
    private final Calls calls;
    private final ModelPlaces places;
    private final Migrations migrations;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interventions(
            DossierRegister register,
            KeptAway kept,
            Suspensions suspensions,
            StepRecorder steps,
            CalendarMove calendar,
            Timeline timeline,
            Calls calls,
            ModelPlaces places,
            Migrations migrations,
            Processes processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.kept = kept;
        this.suspensions = suspensions;
        this.steps = steps;
        this.calendar = calendar;
        this.timeline = timeline;
        this.calls = calls;
        this.places = places;
        this.migrations = migrations;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets a dossier stand still: nobody may act on it, no limit runs, it leaves the agenda of its jury; its money
     * stays committed. The time after which silence is a rejection (SIL-01) goes on: only papers that are asked for
     * suspend it (INC-01, CRPA L.114-5).
     *
     * @throws Rejected without a motive
     * @throws Conflict when it waits for nothing, or is suspended already
     * @throws Forbidden when not a manager
     * @throws NotFound when this person may not know of it
     */
    public void suspend(DossierNumber number, String motive, Actor by) {
        var dossier = held(number, by);
        suspensions.suspend(dossier, Motive.of(motive, Sentences.of("intervention.motive")), by);
    }

    /**
     * Lets a suspended dossier go on: its step and its timers end as many days later as it stood still.
     *
     * @throws Conflict when it is not suspended; the rest as {@link #suspend}
     */
    public void resume(DossierNumber number, String motive, Actor by) {
        var dossier = held(number, by);
        suspensions.resume(dossier, Motive.of(motive, Sentences.of("intervention.motive")), by);
    }

    /** The steps to which the dossier may be brought back, the latest first. For whoever may see it. */
    @Transactional(readOnly = true)
    public List<ReturnPoint> returnPoints(DossierNumber number, Actor by) {
        var dossier = register.get(number);
        if (!Visibility.allows(by, dossier.toCase(), kept)) {
            throw DossierRegister.unknown();
        }
        return points(dossier).stream().map(Point::told).toList();
    }

    /**
     * Brings the dossier back to a step it has been at. What was established since no longer holds: opinions are kept
     * in their history, money comes back or is committed again as it was then. A dossier that has ended goes on from
     * there.
     *
     * @param until last day of the step; may be left out where the calendar leaves time
     * @throws Rejected naming {@code step}, {@code until} or {@code motive}, or the envelope that no longer suffices
     * @throws Conflict when something was paid; the rest as {@link #suspend}
     */
    public void bring(DossierNumber number, String step, @Nullable LocalDate until, String motive, Actor by) {
        var dossier = held(number, by);
        var point = points(dossier).stream()
                .filter(one -> one.told.step().equals(step))
                .findFirst()
                .orElseThrow(() -> Rejected.because("step", "CHOICE", Sentences.of("intervention.step.unknown")));
        var days = extraDays(point.told, until);
        var why = Motive.of(motive, Sentences.of("intervention.motive"));
        var from = dossier.status();
        var before = dossier.step() == null
                ? from.label()
                : String.valueOf(dossier.toCase().stepLabel());
        suspensions.lift(dossier);
        dossier.standAs(point.standing);
        timeline.add(
                number,
                from.ended() ? "DOSSIER_RESTARTED" : "DOSSIER_BROUGHT",
                Sentences.of(
                        from.ended() ? "intervention.line.restarted" : "intervention.line.brought",
                        point.told.label(),
                        before,
                        why),
                by);
        events.publishEvent(new DossierBrought(
                number,
                from,
                point.told.label(),
                point.told.clock(),
                point.told.since(),
                last(point.told, until),
                why));
        if (from != point.standing.status()) {
            events.publishEvent(new DossierStatusChanged(number, from, point.standing.status(), why));
        }
        if (processes.waitingAt(number.value()).isEmpty()) {
            processes.restart(number.value(), point.place, by.username());
        } else {
            processes.bring(number.value(), point.place, by.username());
        }
        if (days > 0) {
            dossier.putOff(days);
            calendar.renew(number);
        }
    }

    /**
     * Takes a running dossier over to another version of its diagram, where it goes on waiting at the element of the
     * same id; its limits stay.
     *
     * @throws Rejected without a motive
     * @throws Conflict when it has ended, or waits where that version has no such element
     * @throws NotFound when there is no such version; the rest as {@link #suspend}
     */
    public void migrate(DossierNumber number, int version, String motive, Actor by) {
        var dossier = held(number, by);
        var why = Motive.of(motive, Sentences.of("intervention.motive"));
        if (Objects.equals(dossier.version(), version) && dossier.step() != null) {
            throw new Conflict(Sentences.of("migration.already", version));
        }
        migrations.migrate(number.value(), version);
        timeline.add(number, "DOSSIER_MIGRATED", Sentences.of("intervention.line.migrated", version, why), by);
    }

    private static @Nullable LocalDate last(ReturnPoint point, @Nullable LocalDate until) {
        return until == null ? point.limit() : until;
    }

    /** How many days the step ends later than its calendar says. */
    private int extraDays(ReturnPoint point, @Nullable LocalDate until) {
        if (point.limit() == null) {
            if (until != null) {
                throw Rejected.because("until", "DATE", Sentences.of("intervention.until.none", point.label()));
            }
            return 0;
        }
        if (until == null) {
            if (point.late()) {
                throw Rejected.because(
                        "until",
                        "REQUIRED",
                        Sentences.of("intervention.until.required", FrenchDay.format(point.limit())));
            }
            return 0;
        }
        var earliest = point.late() ? ParisTime.dayOf(clock.instant()) : point.limit();
        if (until.isBefore(earliest)) {
            throw Rejected.because(
                    "until", "DATE", Sentences.of("intervention.until.early", FrenchDay.format(earliest)));
        }
        if (until.isAfter(earliest.plusYears(1))) {
            throw Rejected.because("until", "DATE", Sentences.of("intervention.until.far"));
        }
        return (int) ChronoUnit.DAYS.between(point.limit(), until);
    }

    private List<Point> points(Dossier dossier) {
        var was = dossier.toCase();
        var number = was.number();
        var call = calls.at(was.call(), was.callVersion());
        var rows = steps.rows(number);
        var version = rows.isEmpty() ? null : rows.get(rows.size() - 1).version();
        if (version == null || was.status() == DossierStatus.BROUILLON) {
            return List.of();
        }
        var known = places.of(call.parameters().process(), version);
        var here = was.step() == null ? null : known.get(was.step());
        var times = Timetable.beginning(was, call, clock.instant());
        var found = new LinkedHashMap<String, Point>();
        for (var row : rows) {
            var place = known.get(row.step());
            if (place != null && row.standing() != null && !place.equals(here)) {
                var limit = times.due(row.step())
                        .map(due -> ParisTime.dayOf(due.minusMillis(1)))
                        .filter(day -> place.id().equals(row.step()))
                        .orElse(null);
                var late = limit != null && limit.isBefore(ParisTime.dayOf(clock.instant()));
                found.put(
                        place.id(),
                        new Point(
                                new ReturnPoint(place.id(), place.label(), row.clock(), row.enteredAt(), limit, late),
                                place.id(),
                                Objects.requireNonNull(row.standing())));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Point point) -> point.told.since())
                        .reversed())
                .toList();
    }

    private Dossier held(DossierNumber number, Actor by) {
        if (!by.is(Role.MANAGER)) {
            throw new Forbidden(Sentences.of("intervention.forbidden"));
        }
        var dossier = register.forChange(number);
        if (!Visibility.allows(by, dossier.toCase(), kept)) {
            throw DossierRegister.unknown();
        }
        return dossier;
    }

    /** @param place id of the element that the process is put before */
    private record Point(ReturnPoint told, String place, Standing standing) {}
}
