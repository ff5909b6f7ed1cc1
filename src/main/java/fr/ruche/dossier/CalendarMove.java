package fr.ruche.dossier;

import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import fr.ruche.programme.Calls;
import fr.ruche.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the timers and the due date of one dossier when its call, or its place, changes the days that count. */
@Component
class CalendarMove {

    private final DossierRegister register;
    private final StepRecorder steps;
    private final Timeline timeline;
    private final Calls calls;
    private final Processes processes;
    private final Clock clock;

    CalendarMove(
            DossierRegister register,
            StepRecorder steps,
            Timeline timeline,
            Calls calls,
            Processes processes,
            Clock clock) {
        this.register = register;
        this.steps = steps;
        this.timeline = timeline;
        this.calls = calls;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Over to the current version of the call, in its own transaction; nothing to do for a dossier that is there
     * already.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void move(DossierNumber number) {
        var dossier = register.forChange(number);
        var was = dossier.toCase();
        var call = calls.current(was.call());
        if (was.callVersion() >= call.version()) {
            return;
        }
        dossier.judgedBy(call.version());
        var since = since(number);
        var now = clock.instant();
        var before = Timetable.of(was, calls.at(was.call(), was.callVersion()), since, now);
        var after = Timetable.of(was, call, since, now);
        processes.retry(number.value()); // a letter that could not leave may have all it needs now
        var moved = was.step() != null && !was.suspended() && move(number, was.step(), before, after);
        var due = was.step() == null ? null : after.due(was.step()).orElse(null);
        timeline.add(number, "CALL_CHANGED", sentence(call.version(), moved ? due : null));
    }

    /** The fiche names a commune of another territory, which may have days of its own. */
    void follow(DossierCase was, DossierCase is) {
        if (was.step() != null && !was.suspended() && !Objects.equals(was.territory(), is.territory())) {
            var call = calls.at(is.call(), is.callVersion());
            var since = since(is.number());
            var now = clock.instant();
            move(is.number(), was.step(), Timetable.of(was, call, since, now), Timetable.of(is, call, since, now));
        }
    }

    /**
     * Writes anew when the step at which the dossier waits is due, and when its timers fire: of a task whose time has
     * stood still, or which was given more.
     */
    void renew(DossierNumber number) {
        var dossier = register.forChange(number).toCase();
        var step = dossier.step();
        if (step == null) {
            return;
        }
        var after =
                Timetable.of(dossier, calls.at(dossier.call(), dossier.callVersion()), since(number), clock.instant());
        after.timers(step).forEach((timer, to) -> processes.moveTimer(number.value(), timer, to));
        after.due(step).ifPresent(at -> due(number, step, at));
    }

    private void due(DossierNumber number, String step, Instant at) {
        processes.moveDueDate(number.value(), step, at);
        steps.moveDue(number, step, at);
    }

    private boolean move(DossierNumber number, String step, Timetable before, Timetable after) {
        var changed = new HashMap<>(after.timers(step));
        changed.entrySet().removeAll(before.timers(step).entrySet());
        changed.forEach((timer, to) -> processes.moveTimer(number.value(), timer, to));
        var due = after.due(step);
        if (due.isEmpty() || due.equals(before.due(step))) {
            return false;
        }
        due(number, step, due.get());
        return true;
    }

    private Instant since(DossierNumber number) {
        List<StepPassage> passages = steps.of(number);
        return passages.isEmpty()
                ? clock.instant()
                : passages.get(passages.size() - 1).enteredAt();
    }

    private static String sentence(int version, @Nullable Instant due) {
        var text = Sentences.of("call.moved", String.valueOf(version));
        return due == null
                ? text
                : text + Sentences.of("call.moved.due", FrenchDay.format(ParisTime.dayOf(due.minusMillis(1))));
    }
}
