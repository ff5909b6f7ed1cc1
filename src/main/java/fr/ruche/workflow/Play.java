package fr.ruche.workflow;

import fr.ruche.common.Sentences;
import fr.ruche.review.FactWord;
import fr.ruche.review.ValueType;
import fr.ruche.review.Vocabulary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * The rehearsal that runs on this thread, if there is one. While there is, no action acts, no deadline is computed and
 * nobody is told anything: see {@link Rehearsals}.
 */
final class Play {

    private static final ThreadLocal<@Nullable Play> ON = new ThreadLocal<>();

    /** No timer comes by itself. */
    private static final int FAR_AWAY = 3650;

    private final Vocabulary words;
    private final @Nullable Script script;
    private final List<Heard> way = new ArrayList<>();
    private final List<Rehearsed.Ruling> rulings = new ArrayList<>();
    private final Map<String, Object> supposed = new TreeMap<>();
    private Rehearsed.@Nullable Choice choice;
    private @Nullable String end;

    /** @param script null while models are only deployed */
    Play(Vocabulary words, @Nullable Script script) {
        this.words = words;
        this.script = script;
    }

    static Optional<Play> current() {
        return Optional.ofNullable(ON.get());
    }

    <T> T run(Supplier<T> work) {
        var before = ON.get();
        ON.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ON.remove();
            } else {
                ON.set(before);
            }
        }
    }

    /** What a due date or a timer is given: a moment that never comes while one rehearses. */
    static Object moment(Class<?> type) {
        var far = Instant.EPOCH.plus(FAR_AWAY * 10L, ChronoUnit.DAYS);
        return type == String.class ? "R1/" + far + "/P1D" : Date.from(far);
    }

    /** Stands in for an action: makes known what it would, and does nothing. */
    void act(String action, Object acting, DelegateExecution execution) {
        var declared = acting instanceof FactSource source ? source.sets() : Set.<ProcessVariable<?>>of();
        var facts = new HashMap<String, Object>();
        if (script != null) {
            var said = facts(
                    script.does(action, execution.getCurrentActivityId()), ProcessVariable.names(declared), action);
            var foreseen = acting instanceof Foresight foresight && (script.foresees() || said.isEmpty())
                    ? ProcessVariable.named(foresight.foresee(script::given))
                    : Map.<String, Object>of();
            facts.putAll(said);
            facts.putAll(foreseen);
        }
        suppose(ProcessVariable.names(declared), facts, execution.getVariables());
        execution.setVariables(facts);
    }

    /**
     * Facts as the engine takes them.
     *
     * @param declared names of those that may be given here
     * @throws Failed when others are given, or values that they do not take
     */
    Map<String, Object> facts(Map<String, Object> given, Collection<String> declared, String where) {
        var facts = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            if (!declared.contains(name)) {
                throw new Failed(
                        declared.isEmpty()
                                ? Sentences.of("rehearsal.undeclared.none", name, where)
                                : Sentences.of("rehearsal.undeclared", name, where, String.join(", ", declared)));
            }
            var fact = fact(name).orElseThrow(() -> new Failed(Sentences.of("rehearsal.fact", name)));
            facts.put(name, value(fact, value));
        });
        return facts;
    }

    private static Object value(FactWord fact, Object given) {
        var text = String.valueOf(given);
        if (fact.type() == ValueType.FLAG) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new Failed(Sentences.of("rehearsal.value", text, fact.name(), "true, false"));
            }
            return Boolean.valueOf(text);
        }
        if (!fact.values().isEmpty() && !fact.values().contains(text)) {
            throw new Failed(Sentences.of("rehearsal.value", text, fact.name(), String.join(", ", fact.values())));
        }
        return text;
    }

    /** What must be known and is not: told in the end, so that nobody takes it for an answer. */
    void suppose(Collection<String> declared, Map<String, Object> facts, Map<String, Object> known) {
        for (var name : declared) {
            if (!facts.containsKey(name) && !known.containsKey(name)) {
                var value = fact(name).map(Play::usual).orElse("");
                facts.put(name, value);
                supposed.put(name, value);
            }
        }
    }

    private static Object usual(FactWord fact) {
        if (fact.type() == ValueType.FLAG) {
            return false;
        }
        return fact.values().isEmpty() ? "essai" : fact.values().get(0);
    }

    private Optional<FactWord> fact(String name) {
        return words.facts().stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    void left(Rehearsed.Choice taken) {
        choice = taken;
    }

    void came(String element, String label, boolean step) {
        way.add(new Heard(element, label, step, choice));
        choice = null;
        if (way.size() > Rehearsals.MOST_ELEMENTS) {
            throw new Failed(Sentences.of("rehearsal.endless", String.valueOf(Rehearsals.MOST_ELEMENTS)));
        }
    }

    void ended() {
        end = way.isEmpty() ? null : way.get(way.size() - 1).element;
    }

    /** All that tables said. */
    List<Rehearsed.Ruling> rulings() {
        return List.copyOf(rulings);
    }

    void ruled(Rehearsed.Ruling ruling) {
        rulings.add(ruling);
        if (!way.isEmpty()) {
            way.get(way.size() - 1).rulings.add(ruling);
        }
    }

    @Nullable String end() {
        return end;
    }

    /** The name of the last element that it came by. */
    String last() {
        return way.isEmpty() ? Sentences.of("rehearsal.start") : way.get(way.size() - 1).label;
    }

    Rehearsed told(List<String> waiting, Map<String, Object> facts, @Nullable String trouble) {
        return new Rehearsed(
                way.stream().map(Heard::told).toList(),
                end,
                List.copyOf(waiting),
                new TreeMap<>(facts),
                new TreeMap<>(supposed),
                trouble);
    }

    Script script() {
        return Objects.requireNonNull(script);
    }

    private static final class Heard {

        private final String element;
        private final String label;
        private final boolean step;
        private final Rehearsed.@Nullable Choice choice;
        private final List<Rehearsed.Ruling> rulings = new ArrayList<>();

        private Heard(String element, String label, boolean step, Rehearsed.@Nullable Choice choice) {
            this.element = element;
            this.label = label;
            this.step = step;
            this.choice = choice;
        }

        private Rehearsed.Passage told() {
            return new Rehearsed.Passage(element, label, step, choice, List.copyOf(rulings));
        }
    }

    /** The rehearsal cannot go on; its message is told. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failed(String sentence) {
            super(sentence);
        }
    }
}
