package fr.ruche.review;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a fact is known wherever it is read, by whatever way a dossier came there: one that is not makes the engine
 * give the dossier up.
 */
final class DiagramFacts {

    private static final String READERS = "readers";

    private final Diagram diagram;
    private final Vocabulary words;
    private final Map<String, FactWord> facts;
    /** What is surely known when a box is reached. */
    private final Map<Box, Set<String>> before = new HashMap<>();

    private DiagramFacts(Diagram diagram, Vocabulary words, Map<String, FactWord> facts) {
        this.diagram = diagram;
        this.words = words;
        this.facts = facts;
    }

    /** @param asks told of each decision that a box asks, with the facts known there */
    static void check(
            Diagram diagram,
            Vocabulary words,
            Map<String, FactWord> facts,
            BiConsumer<String, Set<String>> asks,
            Complaints complaints) {
        var check = new DiagramFacts(diagram, words, facts);
        check.spread();
        diagram.all().filter(check.before::containsKey).forEach(box -> check.readAt(box, complaints));
        diagram.arrows()
                .filter(arrow -> arrow.conditional() && check.before.containsKey(arrow.source()))
                .forEach(arrow -> check.readOn(arrow, complaints));
        diagram.all("businessRuleTask")
                .filter(check.before::containsKey)
                .forEach(box -> asks.accept(
                        box.node().attribute("camunda:decisionRef"), Objects.requireNonNull(check.before.get(box))));
    }

    /** Everything might be known everywhere, until a way is found by which it is not. */
    private void spread() {
        var beginning = fromTheBeginning();
        var starts = diagram.scopes().stream()
                .filter(scope -> scope.owner() == null || scope.isEventSubProcess())
                .flatMap(scope -> scope.starts().stream())
                .collect(Collectors.toSet());
        reach(starts);
        starts.forEach(start -> before.put(start, beginning));
        var changed = true;
        while (changed) {
            changed = false;
            for (var box : List.copyOf(before.keySet())) {
                if (!starts.contains(box)) {
                    var known = arriving(box);
                    changed |= !known.equals(before.put(box, known));
                }
            }
        }
    }

    private void reach(Collection<Box> starts) {
        var open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            var box = open.remove();
            if (before.put(box, facts.keySet()) == null) {
                box.next().filter(next -> !before.containsKey(next)).forEach(open::add);
                inner(box).filter(next -> !before.containsKey(next)).forEach(open::add);
            }
        }
    }

    private static Stream<Box> inner(Box box) {
        var inside = box.inside();
        return inside == null || box.isEventSubProcess() ? Stream.empty() : inside.starts().stream();
    }

    /** A process is about dossiers unless it names a step of a session. */
    private Set<String> fromTheBeginning() {
        var sessions = diagram.all()
                .anyMatch(box -> words.step(box.id())
                        .filter(step -> step.about() == Subject.SESSION)
                        .isPresent());
        return words.starts().stream()
                .filter(start -> start.about() == (sessions ? Subject.SESSION : Subject.DOSSIER))
                .flatMap(start -> start.sets().stream())
                .collect(Collectors.toSet());
    }

    /** By several ways, what is known by all of them; by a parallel join, what is known by any. */
    private Set<String> arriving(Box box) {
        var host = box.host();
        var owner = box.scope().owner();
        if (host != null) {
            return known(host);
        }
        if (box.is("startEvent") && owner != null) {
            return known(owner);
        }
        var ways = box.incoming().stream()
                .map(Arrow::source)
                .filter(before::containsKey)
                .map(this::after)
                .toList();
        var all = new HashSet<String>();
        ways.forEach(all::addAll);
        if (!box.is("parallelGateway")) {
            ways.forEach(all::retainAll);
        }
        return all;
    }

    private Set<String> known(Box box) {
        return before.getOrDefault(box, facts.keySet());
    }

    private Set<String> after(Box box) {
        var after = new HashSet<>(known(box));
        after.addAll(sets(box));
        var inside = box.inside();
        if (inside != null) {
            var ends = inside.boxes().stream()
                    .filter(end -> before.containsKey(end) && end.outgoing().isEmpty())
                    .toList();
            var learnt = new HashSet<>(ends.isEmpty() ? Set.of() : facts.keySet());
            ends.forEach(end -> learnt.retainAll(after(end)));
            after.addAll(learnt);
        }
        return after;
    }

    /** What nobody knows might set anything: it is told of by its own rule. */
    private Set<String> sets(Box box) {
        var node = box.node();
        var set = new LinkedHashSet<String>();
        if (box.is("serviceTask")) {
            set.addAll(Expressions.action(node.attribute("camunda:delegateExpression"))
                    .flatMap(words::action)
                    .<Collection<String>>map(ActionWord::sets)
                    .orElse(facts.keySet()));
        }
        if (box.is("userTask")) {
            set.addAll(
                    words.step(box.id()).<Collection<String>>map(StepWord::sets).orElse(facts.keySet()));
        }
        if (box.is("businessRuleTask") && node.has("camunda:resultVariable")) {
            set.add(node.attribute("camunda:resultVariable"));
        }
        Stream.concat(Stream.of(node), box.events().stream())
                .map(diagram::message)
                .flatMap(name -> words.message(name).stream())
                .forEach(message -> set.addAll(message.sets()));
        return set;
    }

    private void readAt(Box box, Complaints complaints) {
        var known = Objects.requireNonNull(before.get(box));
        var groups = box.node().attribute("camunda:candidateGroups");
        var readers = box.node()
                .everything()
                .filter(node -> node.parent() != null && node.attribute("name").equals(READERS))
                .map(node -> node.attribute("value"));
        if (box.is("userTask")) {
            Stream.concat(Stream.of(groups), readers)
                    .flatMap(names -> Expressions.groups(names).stream())
                    .flatMap(group -> Expressions.factOf(group).stream())
                    .forEach(fact -> read(fact, known, box.node(), complaints));
        }
    }

    private void readOn(Arrow arrow, Complaints complaints) {
        var known = after(arrow.source());
        Expressions.condition(Objects.requireNonNull(arrow.condition()).text()).stream()
                .flatMap(Condition::facts)
                .forEach(fact -> read(fact, known, arrow.node(), complaints));
    }

    private void read(String name, Set<String> known, Node at, Complaints complaints) {
        var fact = facts.get(name);
        if (fact != null && !known.contains(name)) {
            complaints.add(Rule.FACT_UNSET, at, name, String.join(", ", List.copyOf(fact.setBy())));
        }
    }
}
