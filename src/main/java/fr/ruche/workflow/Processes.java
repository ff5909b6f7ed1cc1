package fr.ruche.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts processes, answers steps and wakes processes up. The business key of a dossier's process is its number. */
@Component
public class Processes {

    /** Starts the latest version of a process. */
    public void start(String process, String businessKey, Map<ProcessVariable<?>, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes the user task on which the process waits, for the steps that are done on pages of ours.
     *
     * @throws fr.ruche.common.Conflict when the process does not wait there (any more)
     */
    public void complete(String businessKey, String step, String actor, Map<ProcessVariable<?>, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Delivers a message to the process.
     *
     * @throws fr.ruche.common.Conflict when the process does not wait for it
     */
    public void send(String message, String businessKey, Map<ProcessVariable<?>, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /** The ids of the user tasks and events on which the process waits; empty when it has ended. */
    public List<String> waitingAt(String businessKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves the pending timers of an element (such as {@code timer_dossierDeadline}) of a process, and tells how many.
     */
    public int moveTimer(String businessKey, String element, Instant to) {
        throw new UnsupportedOperationException();
    }

    /** Moves the due date of the open user task, if the process waits there. */
    public void moveDueDate(String businessKey, String step, Instant to) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the candidate groups of the open user task, if the process waits there. */
    public void reassign(String businessKey, String step, String candidateGroup) {
        throw new UnsupportedOperationException();
    }

    /** Sets routing facts of a running process. */
    public void setFacts(String businessKey, Map<ProcessVariable<?>, Object> facts) {
        throw new UnsupportedOperationException();
    }
}
