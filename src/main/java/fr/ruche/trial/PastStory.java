package fr.ruche.trial;

import fr.ruche.dossier.PastDossiers.Move;
import fr.ruche.dossier.PastDossiers.PastDossier;
import fr.ruche.review.ActionWord;
import fr.ruche.review.FactWord;
import fr.ruche.review.MessageWord;
import fr.ruche.review.StartWord;
import fr.ruche.review.StepWord;
import fr.ruche.review.Subject;
import fr.ruche.review.ValueType;
import fr.ruche.review.Vocabulary;
import fr.ruche.workflow.PastProcesses.PastModel;
import fr.ruche.workflow.PastProcesses.PastModel.Flow;
import fr.ruche.workflow.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier did, made of what is kept of it: its steps and ways, and what its process knew in the end. Of a fact
 * that was set more than once the engine keeps the last value only; the values before follow from the exits that the
 * dossier took.
 */
final class PastStory {

    private final String process;
    private final PastModel model;
    private final Vocabulary words;
    private final Map<String, Object> known;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<String> trail = new ArrayList<>();
    private final Map<String, List<Happened>> happened = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> actions = new LinkedHashMap<>();
    private final Map<String, Object> start;
    private final List<String> steps;

    /** @param turn null when the dossier is still there, or was moved by hand */
    record Happened(Script.@Nullable Turn turn, boolean open) {}

    /** Something that makes facts known. @param at behind how many elements of the trail */
    private record Occurrence(List<String> sets, int at) {}

    /** @param known what the process knew in the end */
    PastStory(String process, PastDossier past, PastModel model, Map<String, Object> known, Vocabulary words) {
        this.process = process;
        this.model = model;
        this.words = words;
        this.known = known;
        var moves = moves(past);
        this.steps = moves.stream().map(Move::step).filter(Objects::nonNull).toList();
        var begun = new Occurrence(beginning(), 0);
        occurrences.add(begun);
        var told = new ArrayList<Runnable>();
        for (var at = 0; at < moves.size(); at++) {
            follow(moves.get(at), at + 1 < moves.size() ? moves.get(at + 1) : null, told);
        }
        told.forEach(Runnable::run);
        this.start = facts(begun);
    }

    /** Without the reminders, which lead nowhere. */
    private static List<Move> moves(PastDossier past) {
        var last = past.moves().size() - 1;
        var moves = new ArrayList<Move>();
        for (var at = 0; at <= last; at++) {
            var move = past.moves().get(at);
            if (move.step() != null
                    || at == last && past.end() != null && move.way().contains(past.end())) {
                moves.add(move);
            }
        }
        return moves;
    }

    private void follow(Move move, @Nullable Move next, List<Runnable> told) {
        for (var element : move.way()) {
            trail.add(element);
            var action = model.actions().get(element);
            if (action != null) {
                var made = occurrence(setBy(action));
                told.add(() -> actions.computeIfAbsent(element, first -> new ArrayList<>())
                        .add(facts(made)));
            }
        }
        var step = move.step();
        if (step == null) {
            return;
        }
        trail.add(step);
        if (move.completed() == null) {
            told.add(() -> happens(step, new Happened(null, true)));
        } else if (model.messages().containsKey(step)) {
            receives(step, model.messages().getOrDefault(step, ""), move.completed(), next, told);
        } else if (move.completed()) {
            var answered = occurrence(word(step));
            told.add(() -> happens(step, new Happened(new Script.Answers(step, facts(answered)), false)));
        } else {
            interrupted(step, next, told);
        }
    }

    private void receives(String step, String message, boolean came, @Nullable Move next, List<Runnable> told) {
        if (came) {
            var sent = occurrence(message(message));
            told.add(() -> happens(step, new Happened(new Script.Receives(message, facts(sent)), false)));
        } else {
            interrupted(step, next, told);
        }
    }

    /** By a timer or a message, with which the way that follows begins. */
    private void interrupted(String step, @Nullable Move next, List<Runnable> told) {
        var by = next == null
                ? Optional.<String>empty()
                : next.way().stream()
                        .filter(element -> model.timers().contains(element)
                                || model.messages().containsKey(element))
                        .findFirst();
        if (by.isEmpty()) {
            told.add(() -> happens(step, new Happened(null, false)));
        } else if (model.timers().contains(by.get())) {
            told.add(() -> happens(step, new Happened(new Script.Expires(by.get()), false)));
        } else {
            receives(step, model.messages().getOrDefault(by.get(), ""), true, next, told);
        }
    }

    private void happens(String step, Happened what) {
        happened.computeIfAbsent(step, first -> new ArrayList<>()).add(what);
    }

    private Occurrence occurrence(List<String> sets) {
        var one = new Occurrence(sets, trail.size());
        occurrences.add(one);
        return one;
    }

    private Map<String, Object> facts(Occurrence made) {
        var facts = new HashMap<String, Object>();
        for (var name : made.sets()) {
            var value = last(name) == made
                    ? known.get(name)
                    : inferred(name, made.at()).orElse(known.get(name));
            if (value != null) {
                facts.put(name, value);
            }
        }
        return facts;
    }

    private @Nullable Occurrence last(String fact) {
        Occurrence last = null;
        for (var one : occurrences) {
            last = one.sets().contains(fact) ? one : last;
        }
        return last;
    }

    /** What a fact must have been for the dossier to leave as it did, until it was set anew. */
    private Optional<Object> inferred(String fact, int from) {
        for (var at = Math.max(0, from - 1); at + 1 < trail.size(); at++) {
            var here = trail.get(at);
            var there = trail.get(at + 1);
            var exits = model.flows().stream()
                    .filter(flow -> flow.from().equals(here))
                    .toList();
            if (exits.size() > 1 && exits.stream().anyMatch(exit -> mentions(exit, fact))) {
                var taken =
                        exits.stream().filter(exit -> exit.to().equals(there)).findFirst();
                if (taken.isPresent()) {
                    return taken.flatMap(exit -> value(fact, exit, exits));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mentions(Flow exit, String fact) {
        return Pattern.compile("\\b" + fact + "\\b").matcher(exit.condition()).find();
    }

    private Optional<Object> value(String fact, Flow taken, List<Flow> exits) {
        var word = words.facts().stream().filter(one -> one.name().equals(fact)).findFirst();
        var flag = word.filter(one -> one.type() == ValueType.FLAG).isPresent();
        if (flag) {
            var positive = Pattern.compile("!\\s*" + fact + "\\b");
            if (mentions(taken, fact)) {
                return Optional.of(!positive.matcher(taken.condition()).find());
            }
            return exits.stream()
                    .filter(exit -> mentions(exit, fact))
                    .findFirst()
                    .map(exit -> positive.matcher(exit.condition()).find());
        }
        var named = codes(fact, taken.condition());
        if (!named.isEmpty()) {
            return Optional.of(named.get(0));
        }
        var others = exits.stream()
                .flatMap(exit -> codes(fact, exit.condition()).stream())
                .toList();
        return word.map(FactWord::values).orElse(List.of()).stream()
                .filter(code -> !others.contains(code))
                .<Object>map(code -> code)
                .findFirst();
    }

    private static List<String> codes(String fact, String condition) {
        return Pattern.compile("\\b" + fact + "\\s*==\\s*['\"](\\w+)['\"]")
                .matcher(condition)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<String> beginning() {
        return words.starts().stream()
                .filter(start -> start.about() == Subject.DOSSIER)
                .map(StartWord::sets)
                .findFirst()
                .orElse(List.of());
    }

    private List<String> setBy(String action) {
        return words.actions().stream()
                .filter(one -> one.name().equals(action))
                .map(ActionWord::sets)
                .findFirst()
                .orElse(List.of());
    }

    private List<String> word(String step) {
        return words.step(step).map(StepWord::sets).orElse(List.of());
    }

    private List<String> message(String name) {
        return words.messages().stream()
                .filter(one -> one.name().equals(name))
                .map(MessageWord::sets)
                .findFirst()
                .orElse(List.of());
    }

    String process() {
        return process;
    }

    /** What it knew from its beginning. */
    Map<String, Object> start() {
        return start;
    }

    /** At each step, in order, what happened there. */
    Map<String, List<Happened>> happened() {
        return happened;
    }

    /** At each box of an action, in order, what it made known. */
    Map<String, List<Map<String, Object>>> actions() {
        return actions;
    }

    @Nullable String actionOf(String element) {
        return model.actions().get(element);
    }

    /** Where it waited, in order. */
    List<String> steps() {
        return steps;
    }

    String label(String element) {
        return model.labels().getOrDefault(element, element);
    }
}
