package fr.ruche.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves tokens through a diagram in all ways they can go, whatever the conditions say: a parallel join that some way
 * leaves waiting for ever, and a box that two tokens reach at once, are found like that.
 */
final class Tokens {

    /** Beyond that many situations nothing more is said. */
    private static final int MANY = 5_000;

    private final Scope scope;
    private final Map<Arrow, Integer> places = new HashMap<>();
    /** Behind the places, a mark for each event that has happened while its box goes on: once is enough to know. */
    private final Map<Box, Integer> happened = new HashMap<>();

    private final Set<BitSet> seen = new HashSet<>();
    private final ArrayDeque<BitSet> open = new ArrayDeque<>();
    private final Set<Box> blocked = new LinkedHashSet<>();
    private final Set<Box> doubled = new LinkedHashSet<>();

    private Tokens(Scope scope) {
        this.scope = scope;
        scope.arrows().forEach(arrow -> places.put(arrow, places.size()));
        scope.boxes().stream()
                .filter(box -> box.host() != null && !box.interrupts())
                .forEach(event -> happened.put(event, places.size() + happened.size()));
    }

    static void check(Scope scope, Complaints complaints) {
        if (scope.boxes().stream().noneMatch(box -> forks(box))) {
            return; // a single token meets nobody
        }
        var tokens = new Tokens(scope);
        var all = tokens.play();
        tokens.blocked.forEach(box -> complaints.add(Rule.PARALLEL_JOIN_BLOCKED, box.node(), box.label()));
        tokens.doubled.stream()
                .limit(1)
                .forEach(
                        box -> // what follows it doubles too
                        complaints.add(Rule.TWICE_AT_ONCE, box.node(), box.label()));
        if (!all) {
            complaints.add(Rule.TOO_TANGLED, scope.node(), scope.node().attribute("name"));
        }
    }

    private static boolean forks(Box box) {
        return box.is("parallelGateway")
                || box.host() != null && !box.interrupts()
                || !box.isGateway() && box.outgoing().size() > 1;
    }

    /** Whether all situations were looked at. */
    private boolean play() {
        scope.starts().forEach(start -> visit(put(new BitSet(), start.outgoing())));
        while (!open.isEmpty()) {
            if (seen.size() > MANY) {
                return false;
            }
            var tokens = open.remove();
            var moved = false;
            for (var box : scope.boxes()) {
                for (var next : moves(box, tokens)) {
                    moved = true;
                    visit(next);
                }
            }
            if (!moved) {
                stuck(tokens);
            }
        }
        return true;
    }

    private void visit(BitSet tokens) {
        var first = tokens.nextSetBit(0);
        if (first >= 0 && first < places.size() && seen.add(tokens)) {
            open.add(tokens);
        }
    }

    private void stuck(BitSet tokens) {
        scope.boxes().stream()
                .filter(box -> box.is("parallelGateway"))
                .filter(box -> box.incoming().stream().anyMatch(arrow -> has(tokens, arrow)))
                .forEach(blocked::add);
    }

    private boolean has(BitSet tokens, Arrow arrow) {
        return tokens.get(place(arrow));
    }

    private int place(Arrow arrow) {
        return places.getOrDefault(arrow, places.size());
    }

    private List<BitSet> moves(Box box, BitSet tokens) {
        if (box.is("parallelGateway")) {
            return together(box, tokens);
        }
        var moves = new ArrayList<BitSet>();
        for (var arrow : box.incoming()) {
            if (has(tokens, arrow)) {
                var rest = (BitSet) tokens.clone();
                rest.clear(place(arrow));
                leave(box, rest, moves);
                box.attached().forEach(event -> happen(event, event.interrupts() ? rest : tokens, moves));
            }
        }
        return moves;
    }

    private void happen(Box event, BitSet tokens, List<BitSet> moves) {
        var mark = happened.get(event);
        if (mark == null) {
            moves.add(put(tokens, event.outgoing()));
        } else if (!tokens.get(mark)) {
            var next = put(tokens, event.outgoing());
            next.set(mark);
            moves.add(next);
        }
    }

    private List<BitSet> together(Box join, BitSet tokens) {
        if (join.incoming().isEmpty() || !join.incoming().stream().allMatch(arrow -> has(tokens, arrow))) {
            return List.of();
        }
        var rest = (BitSet) tokens.clone();
        join.incoming().forEach(arrow -> rest.clear(place(arrow)));
        return List.of(put(rest, join.outgoing()));
    }

    private void leave(Box box, BitSet rest, List<BitSet> moves) {
        if (box.on("terminateEventDefinition")) {
            moves.add(new BitSet());
        } else if (box.isGateway()) {
            box.outgoing().forEach(arrow -> moves.add(put(rest, List.of(arrow))));
        } else {
            moves.add(put(rest, box.outgoing()));
        }
    }

    /** One token per arrow is enough to know; a second one on it is told and not followed. */
    private BitSet put(BitSet tokens, List<Arrow> arrows) {
        var more = (BitSet) tokens.clone();
        for (var arrow : arrows) {
            if (more.get(place(arrow))) {
                doubled.add(arrow.target());
                return new BitSet();
            }
            more.set(place(arrow));
        }
        return more;
    }
}
