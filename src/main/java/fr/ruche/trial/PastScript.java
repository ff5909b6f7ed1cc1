package fr.ruche.trial;

import fr.ruche.programme.Judged;
import fr.ruche.workflow.Script;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays again what a dossier did: at each step what was answered there, or what happened instead. It stops where nobody
 * ever answered.
 */
final class PastScript implements Script {

    private static final int MOST_DEFAULTS = 10;

    private final PastStory story;
    private final Map<String, Map<String, Object>> defaults;
    private final @Nullable Judged judged;
    private final Map<String, Deque<PastStory.Happened>> left = new HashMap<>();
    private final Map<String, Deque<Map<String, Object>>> actions = new HashMap<>();
    private final Map<String, Integer> defaulted = new HashMap<>();
    private @Nullable Stop stop;

    /** Why the script says nothing more. @param at id of a step, or what is not awaited there */
    record Stop(Kind kind, String at) {

        enum Kind {
            /** The dossier is there now. */
            OPEN,
            /** Nobody ever answered there. */
            NEVER,
            /** What happened there cannot happen any more. */
            GONE,
            /** A manager moved it by hand. */
            MOVED
        }
    }

    /**
     * @param defaults what is answered at steps to which nobody ever answered
     * @param judged what the rules look at; null plays what actions made known then
     */
    PastScript(PastStory story, Map<String, Map<String, Object>> defaults, @Nullable Judged judged) {
        this.story = story;
        this.defaults = defaults;
        this.judged = judged;
        story.happened().forEach((step, events) -> left.put(step, new ArrayDeque<>(events)));
        story.actions().forEach((element, made) -> actions.put(element, new ArrayDeque<>(made)));
    }

    @Override
    public String process() {
        return story.process();
    }

    @Override
    public Map<String, Object> start() {
        return story.start();
    }

    @Override
    public @Nullable Turn next(Waiting waiting) {
        for (var step : waiting.steps()) {
            var events = left.get(step);
            if (events != null && !events.isEmpty()) {
                return turn(step, events.poll(), waiting);
            }
        }
        for (var step : waiting.steps()) {
            var usual = defaults.get(step);
            if (usual != null && defaulted.merge(step, 1, Integer::sum) <= MOST_DEFAULTS) {
                return new Answers(step, usual);
            }
        }
        stop = new Stop(
                Stop.Kind.NEVER,
                waiting.steps().isEmpty() ? "" : waiting.steps().get(0));
        return null;
    }

    private @Nullable Turn turn(String step, PastStory.Happened happened, Waiting waiting) {
        var turn = happened.turn();
        if (turn == null) {
            stop = new Stop(happened.open() ? Stop.Kind.OPEN : Stop.Kind.MOVED, step);
            return null;
        }
        if (turn instanceof Expires expires && !waiting.timers().contains(expires.timer())) {
            stop = new Stop(Stop.Kind.GONE, expires.timer());
            return null;
        }
        if (turn instanceof Receives receives && !waiting.messages().contains(receives.message())) {
            stop = new Stop(Stop.Kind.GONE, receives.message());
            return null;
        }
        return turn;
    }

    @Override
    public Map<String, Object> does(String action, String element) {
        var made = actions.getOrDefault(element, new ArrayDeque<>());
        var next = made.size() > 1 ? made.poll() : made.peek();
        if (next != null) {
            return next;
        }
        return story.actions().entrySet().stream()
                .filter(one -> action.equals(story.actionOf(one.getKey()))
                        && !one.getValue().isEmpty())
                .findFirst()
                .map(one -> one.getValue().get(one.getValue().size() - 1))
                .orElse(Map.of());
    }

    @Override
    public boolean foresees() {
        return judged != null;
    }

    @Override
    public <T> Optional<T> given(Class<T> kind) {
        return kind == Judged.class && judged != null ? Optional.of(kind.cast(judged)) : Optional.empty();
    }

    Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }
}
