package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.programme.Calls;
import fr.ruche.review.Subject;
import fr.ruche.workflow.ProcessAction;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** When the tasks of a session are due: the convocation before it, the session itself, the minutes after it. */
@ProcessAction(about = Subject.SESSION)
class SessionDeadlines {

    private final JurySessions sessions;
    private final Calls calls;

    SessionDeadlines(JurySessions sessions, Calls calls) {
        this.sessions = sessions;
        this.calls = calls;
    }

    public Date agenda(String session) {
        var held = sessions.get(UUID.fromString(session));
        var days = calls.current(held.call()).parameters().delays().juryConvocationDays();
        return Date.from(held.startsAt().minus(Duration.ofDays(days)));
    }

    public Date session(String session) {
        return Date.from(sessions.get(UUID.fromString(session)).startsAt());
    }

    public Date minutes(String session) {
        var held = sessions.get(UUID.fromString(session));
        var days = calls.current(held.call()).parameters().delays().juryOutcomeDays();
        return Date.from(held.startsAt().plus(Duration.ofDays(days)));
    }
}
