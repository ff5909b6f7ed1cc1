package fr.ruche.jury.process;

import fr.ruche.jury.JurySessions;
import fr.ruche.review.Subject;
import fr.ruche.workflow.Answer;
import fr.ruche.workflow.ProcessVariable;
import fr.ruche.workflow.UserStep;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A user task of a session, whose answer routes nothing: the model has one way on. */
abstract class SessionStep implements UserStep {

    private final String step;
    private final JurySessions sessions;
    private final SessionForm form;

    SessionStep(String step, JurySessions sessions, SessionForm form) {
        this.step = step;
        this.sessions = sessions;
        this.form = form;
    }

    @Override
    public final String step() {
        return step;
    }

    @Override
    public final Subject about() {
        return Subject.SESSION;
    }

    @Override
    public final Set<String> shown() {
        return SessionForm.NAMES;
    }

    @Override
    public final Set<ProcessVariable<?>> sets() {
        return Set.of();
    }

    @Override
    public final Map<String, Object> prefill(String businessKey) {
        return form.of(sessions.get(UUID.fromString(businessKey)));
    }

    @Override
    public final Map<ProcessVariable<?>, Object> answer(String businessKey, Answer answer, String actor) {
        take(sessions, UUID.fromString(businessKey), answer, actor);
        return Map.of();
    }

    abstract void take(JurySessions sessions, UUID session, Answer answer, String actor);
}
