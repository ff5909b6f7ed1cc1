package fr.ruche.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who plays the people, the time and the rest of the program in a rehearsal. Facts are given by name; their values are
 * truth values or codes, whether as such or as texts.
 */
public interface Script {

    /** Id of the process that is rehearsed. */
    String process();

    /** The facts with which it starts. What it must know and is not given is supposed. */
    Map<String, Object> start();

    /** What happens at this point; null when the script says nothing more. */
    @Nullable Turn next(Waiting waiting);

    /**
     * What an action makes known.
     *
     * @param action its name, such as {@code replayRules}
     * @param element the box that calls it
     * @return empty when the script leaves it to the action itself ({@link Foresight}), or has it supposed
     */
    default Map<String, Object> does(String action, String element) {
        return Map.of();
    }

    /** Whether what actions foresee ({@link Foresight}) comes before what is said here. */
    default boolean foresees() {
        return false;
    }

    /** What the rehearsed case is, for the actions that can foresee what they would say of it. */
    default <T> Optional<T> given(Class<T> kind) {
        return Optional.empty();
    }

    /**
     * Where the process waits.
     *
     * @param steps ids of the elements at which it waits
     * @param timers ids of the elements whose moment may come
     * @param messages names of the messages that it awaits
     * @param facts all that is known
     */
    record Waiting(List<String> steps, List<String> timers, List<String> messages, Map<String, Object> facts) {}

    /** Something that happens while a process waits. */
    sealed interface Turn permits Answers, Expires, Receives {}

    /** Somebody answers a step. */
    record Answers(String step, Map<String, Object> facts) implements Turn {}

    /** The moment of a timer comes. */
    record Expires(String timer) implements Turn {}

    /** A message arrives. */
    record Receives(String message, Map<String, Object> facts) implements Turn {}
}
