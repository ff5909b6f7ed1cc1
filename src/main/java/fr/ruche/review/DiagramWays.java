package fr.ruche.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the ways of a diagram lead: everything is reached, everything ends, nothing turns in circles by itself. */
final class DiagramWays {

    private static final int NAMED = 6;

    private final Scope scope;
    private final Complaints complaints;
    private final Map<Box, Boolean> resting = new HashMap<>();

    private DiagramWays(Scope scope, Complaints complaints) {
        this.scope = scope;
        this.complaints = complaints;
    }

    static void check(Diagram diagram, Complaints complaints) {
        diagram.scopes().forEach(scope -> {
            var ways = new DiagramWays(scope, complaints);
            var reached = ways.reached();
            ways.unreached(reached);
            ways.trapped(reached);
            ways.circles();
            Tokens.check(scope, complaints);
        });
    }

    /** What nothing leads to is named by bpmnlint's no-implicit-start; what follows it is not to blame. */
    private Set<Box> reached() {
        return closure(
                scope.boxes().stream()
                        .filter(box -> box.incoming().isEmpty() && box.host() == null)
                        .toList(),
                Box::next);
    }

    private void unreached(Set<Box> reached) {
        scope.boxes().stream()
                .filter(box -> !reached.contains(box) && box.host() == null)
                .forEach(box -> complaints.add(Rule.UNREACHABLE, box.node(), box.label()));
    }

    private void trapped(Set<Box> reached) {
        var ends = scope.boxes().stream()
                .filter(box -> box.outgoing().isEmpty() && box.attached().isEmpty())
                .toList();
        var saved = closure(ends, box -> {
            var sources = box.incoming().stream().map(Arrow::source);
            var host = box.host();
            return host == null ? sources : Stream.concat(sources, Stream.of(host));
        });
        var lost = scope.boxes().stream()
                .filter(box -> reached.contains(box) && !saved.contains(box))
                .toList();
        if (!lost.isEmpty()) {
            complaints.add(Rule.NO_WAY_OUT, lost.get(0).node(), named(lost));
        }
    }

    private void circles() {
        var driven = scope.boxes().stream().filter(box -> !rests(box)).toList();
        var named = new HashSet<Box>();
        for (var box : driven) {
            if (named.contains(box)) {
                continue;
            }
            var circle = circle(box);
            if (!circle.isEmpty()) {
                named.addAll(circle);
                complaints.add(Rule.LOOP_WITHOUT_WAIT, box.node(), named(circle));
            }
        }
    }

    /** The boxes on ways from a box back to itself without a rest; empty when there is none. */
    private List<Box> circle(Box box) {
        Function<Box, Stream<Box>> onwards = this::onwards;
        var after = closure(onwards.apply(box).toList(), onwards);
        return after.contains(box)
                ? after.stream()
                        .filter(other ->
                                closure(onwards.apply(other).toList(), onwards).contains(box))
                        .toList()
                : List.of();
    }

    /** Whether every dossier stops in it for a person, a message or a moment. */
    private boolean rests(Box box) {
        var known = resting.get(box);
        if (known != null) {
            return known;
        }
        var inside = box.inside();
        var rests = inside == null || box.isEventSubProcess()
                ? box.waits()
                : closure(inside.starts(), this::onwards).stream()
                        .noneMatch(last -> last.outgoing().isEmpty());
        resting.put(box, rests);
        return rests;
    }

    private Stream<Box> onwards(Box from) {
        return from.outgoing().stream().map(Arrow::target).filter(to -> !rests(to));
    }

    private static Set<Box> closure(Collection<Box> from, Function<Box, Stream<Box>> next) {
        var found = new LinkedHashSet<>(from);
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            next.apply(open.remove()).filter(found::add).forEach(open::add);
        }
        return found;
    }

    private static String named(Collection<Box> boxes) {
        var first = new ArrayList<>(boxes).subList(0, Math.min(NAMED, boxes.size()));
        return first.stream().map(Box::label).collect(Collectors.joining(", ")) + (boxes.size() > NAMED ? "…" : "");
    }
}
