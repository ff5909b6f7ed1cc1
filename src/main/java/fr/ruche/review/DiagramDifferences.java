package fr.ruche.review;

import fr.ruche.common.Sentences;
import fr.ruche.review.Difference.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two versions of one diagram: what is in them, what each box says, where the ways lead. */
final class DiagramDifferences {

    private final String file;
    private final Diagram before;
    private final Diagram after;
    private final BoxFacets facets;
    private final BoxFacets old;
    private final List<Difference> found = new ArrayList<>();
    private final Set<String> rewired = new HashSet<>();

    DiagramDifferences(String file, Vocabulary words, Diagram before, Diagram after) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.facets = new BoxFacets(words, after);
        this.old = new BoxFacets(words, before);
    }

    List<Difference> all() {
        process();
        after.all().forEach(box -> {
            var was = before.box(box.id());
            if (was == null) {
                add(box.id(), Kind.ADDED, "compare.box.added", BoxFacets.kind(box), quoted(box));
            } else {
                box(was, box);
            }
        });
        before.all()
                .filter(box -> after.box(box.id()) == null)
                .forEach(box -> add(box.id(), Kind.REMOVED, "compare.box.removed", BoxFacets.kind(box), quoted(box)));
        after.all().filter(box -> before.box(box.id()) != null).forEach(this::arrows);
        notes();
        drawing();
        return found;
    }

    private void add(String element, Kind kind, String key, Object... arguments) {
        found.add(Difference.of(file, element, kind, Sentences.of(key, arguments)));
    }

    private void changed(String element, String label, String facet, String was, String is) {
        found.add(new Difference(file, element, Kind.CHANGED, FacetWords.changed(label, facet, was, is), was, is));
    }

    /** What a person calls a box; one without a name is called after what it is. */
    private static String quoted(Box box) {
        return Sentences.of("compare.quoted", box.label());
    }

    private void process() {
        var was = before.process();
        var is = after.process();
        var names = new LinkedHashSet<>(is.attributes().keySet());
        names.addAll(was.attributes().keySet());
        names.stream()
                .filter(name -> !was.attribute(name).equals(is.attribute(name)))
                .forEach(name -> changed(
                        is.id(),
                        Sentences.of("compare.process"),
                        name.equals("name") ? Sentences.of("compare.box.name") : name,
                        was.attribute(name),
                        is.attribute(name)));
        text(
                is.id(),
                Sentences.of("compare.process"),
                was.textOf("bpmn:documentation").replaceAll("\\s+", " "),
                is.textOf("bpmn:documentation").replaceAll("\\s+", " "));
    }

    private void text(String element, String label, String was, String is) {
        if (!was.equals(is)) {
            found.add(
                    new Difference(file, element, Kind.CHANGED, Sentences.of("compare.documentation", label), was, is));
        }
    }

    private void box(Box was, Box is) {
        var then = old.of(was);
        var now = facets.of(is);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(then.keySet());
        for (var name : names) {
            var earlier = then.getOrDefault(name, "");
            var written = now.getOrDefault(name, "");
            if (earlier.equals(written)) {
                continue;
            }
            if (name.equals("documentation")) {
                text(is.id(), quoted(is), earlier, written);
            } else if (name.equals("name") && !earlier.isEmpty() && !written.isEmpty()) {
                found.add(new Difference(
                        file,
                        is.id(),
                        Kind.CHANGED,
                        Sentences.of("compare.box.renamed", earlier, written),
                        earlier,
                        written));
            } else {
                changed(
                        is.id(),
                        quoted(is),
                        facets.label(name),
                        old.told(name, earlier, before),
                        facets.told(name, written, after));
            }
        }
    }

    /** The ways that leave a box that both have. */
    private void arrows(Box box) {
        var was = Objects.requireNonNull(before.box(box.id()));
        var pairs = matched(was, box);
        pairs.forEach((now, earlier) -> arrow(earlier, now));
        box.outgoing().stream().filter(arrow -> !pairs.containsKey(arrow)).forEach(arrow -> added(arrow, was));
        was.outgoing().stream()
                .filter(arrow -> !pairs.containsValue(arrow))
                .forEach(arrow -> add(
                        arrow.id(),
                        Kind.REMOVED,
                        "compare.arrow.removed",
                        exit(arrow, old),
                        quoted(landing(arrow.target()))));
    }

    private void added(Arrow arrow, Box was) {
        rewired.add(arrow.id());
        var key = was.outgoing().isEmpty() ? "compare.arrow.first" : "compare.arrow.added";
        add(arrow.id(), Kind.ADDED, key, exit(arrow, facets), quoted(landing(arrow.target())), reason(arrow, facets));
    }

    /** From the arrows after to those before. */
    private static Map<Arrow, Arrow> matched(Box was, Box is) {
        var pairs = new LinkedHashMap<Arrow, Arrow>();
        var free = new ArrayList<>(was.outgoing());
        List<BiPredicate<Arrow, Arrow>> ways = List.of(
                (one, other) -> one.id().equals(other.id()),
                (one, other) -> one.conditional() && condition(one).equals(condition(other)),
                (one, other) -> one.standard() && other.standard(),
                (one, other) -> one.target().id().equals(other.target().id()),
                (one, other) -> free.size() == 1 && is.outgoing().size() - pairs.size() == 1);
        for (var same : ways) {
            for (var arrow : is.outgoing()) {
                if (!pairs.containsKey(arrow)) {
                    free.stream()
                            .filter(other -> same.test(arrow, other))
                            .findFirst()
                            .ifPresent(other -> {
                                pairs.put(arrow, other);
                                free.remove(other);
                            });
                }
            }
        }
        return pairs;
    }

    private static String condition(Arrow arrow) {
        var condition = arrow.condition();
        return condition == null ? "" : condition.text().strip();
    }

    private static String reason(Arrow arrow, BoxFacets facets) {
        var condition = condition(arrow);
        return condition.isEmpty()
                ? Sentences.of(arrow.standard() ? "compare.reason.standard" : "compare.reason.none")
                : Sentences.of("compare.reason", facets.condition(condition));
    }

    private void arrow(Arrow was, Arrow is) {
        var earlier = condition(was);
        var written = condition(is);
        var standard = was.standard() != is.standard() && is.source().outgoing().size() > 1;
        if (!earlier.equals(written) || standard) {
            found.add(new Difference(
                    file,
                    is.id(),
                    Kind.CHANGED,
                    Sentences.of("compare.condition.changed", exit(is, facets), reason(was, old), reason(is, facets)),
                    earlier,
                    written));
        }
        var named = was.node().attribute("name");
        var name = is.node().attribute("name");
        if (!named.equals(name)) {
            changed(is.id(), exit(was, old), Sentences.of("compare.box.name"), named, name);
        }
        if (!was.target().id().equals(is.target().id())) {
            rewired.add(is.id());
            way(was, is);
        }
    }

    private void way(Arrow was, Arrow is) {
        var then = landing(was.target());
        var now = landing(is.target());
        if (then.id().equals(now.id())) {
            return; // another joint on the way to the same box
        }
        var through = passing(now, then, before);
        var without = passing(then, now, after);
        var exit = exit(is, facets);
        if (through.isPresent()) {
            add(is.id(), Kind.CHANGED, "compare.way.through", exit, listed(through.get()), quoted(then));
        } else if (without.isPresent()) {
            add(is.id(), Kind.CHANGED, "compare.way.without", exit, listed(without.get()), quoted(now));
        } else {
            add(is.id(), Kind.CHANGED, "compare.way.other", exit, quoted(now), quoted(then));
        }
    }

    /**
     * The boxes that one comes by from the one to the other, when the other diagram has none of them.
     *
     * @param stranger the diagram that must not have them
     */
    private static Optional<List<Box>> passing(Box from, Box to, Diagram stranger) {
        var previous = new LinkedHashMap<Box, Box>();
        var open = new ArrayDeque<Box>();
        open.add(from);
        previous.put(from, from);
        while (!open.isEmpty()) {
            var here = open.remove();
            if (here.id().equals(to.id())) {
                return here == from ? Optional.empty() : Optional.of(path(here, from, previous));
            }
            if (stranger.box(here.id()) == null || joint(here)) {
                here.outgoing().stream()
                        .map(Arrow::target)
                        .filter(next -> previous.putIfAbsent(next, here) == null)
                        .forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private static List<Box> path(Box to, Box from, Map<Box, Box> previous) {
        var path = new ArrayDeque<Box>();
        for (var at = previous.getOrDefault(to, from); ; at = previous.getOrDefault(at, from)) {
            if (!joint(at)) {
                path.addFirst(at);
            }
            if (at == from) {
                return List.copyOf(path);
            }
        }
    }

    private static String listed(List<Box> boxes) {
        return boxes.stream().map(DiagramDifferences::quoted).collect(Collectors.joining(Sentences.of("compare.then")));
    }

    /** A gateway at which ways only meet. */
    private static boolean joint(Box box) {
        return box.isGateway() && box.outgoing().size() == 1;
    }

    /** The next box that means something to a person. */
    private static Box landing(Box box) {
        var at = box;
        for (var seen = new HashSet<Box>(); joint(at) && seen.add(at); ) {
            at = at.outgoing().get(0).target();
        }
        return at;
    }

    /** Where an arrow leaves, as a person says it: after which step, with which answer. */
    private static String exit(Arrow arrow, BoxFacets facets) {
        var from = arrow.source();
        if (joint(from)) {
            return Sentences.of("compare.after", origins(from));
        }
        if (!from.isGateway() || from.outgoing().size() < 2) {
            return Sentences.of(from.is("boundaryEvent") ? "compare.when" : "compare.after", quoted(from));
        }
        var label = arrow.node().attribute("name");
        var answer = label.isBlank() ? reason(arrow, facets) : Sentences.of("compare.quoted", label);
        var origin = from.incoming().size() == 1 ? from.incoming().get(0).source() : null;
        return origin != null && origin.isActivity()
                ? Sentences.of("compare.after.answer", quoted(origin), answer)
                : Sentences.of("compare.exit", quoted(from), answer);
    }

    private static String origins(Box joint) {
        var origins = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(joint));
        for (var seen = new HashSet<Box>(); !open.isEmpty(); ) {
            var here = open.remove();
            if (seen.add(here)) {
                here.incoming().stream().map(Arrow::source).forEach(source -> {
                    if (joint(source)) {
                        open.add(source);
                    } else {
                        origins.add(quoted(source));
                    }
                });
            }
        }
        return String.join(Sentences.of("compare.or"), origins);
    }

    /** What nobody passes by: notes, groups, lanes. */
    private void notes() {
        var was = texts(before);
        var is = texts(after);
        is.forEach((id, text) -> {
            var earlier = was.get(id);
            if (earlier == null) {
                add(id, Kind.ADDED, "compare.note.added", text);
            } else if (!earlier.equals(text)) {
                changed(id, Sentences.of("compare.note"), Sentences.of("compare.note.text"), earlier, text);
            }
        });
        was.forEach((id, text) -> {
            if (!is.containsKey(id)) {
                add(id, Kind.REMOVED, "compare.note.removed", text);
            }
        });
    }

    private static Map<String, String> texts(Diagram diagram) {
        var texts = new LinkedHashMap<String, String>();
        diagram.root().everything().forEach(node -> {
            switch (node.name()) {
                case "bpmn:textAnnotation" -> texts.put(node.id(), node.textOf("bpmn:text"));
                case "bpmn:categoryValue" -> texts.put(node.id(), node.attribute("value"));
                case "bpmn:lane", "bpmn:participant" -> texts.put(node.id(), node.attribute("name"));
                default -> {}
            }
        });
        return texts;
    }

    private void drawing() {
        var was = bounds(before);
        var moved = new HashSet<String>();
        bounds(after).forEach((id, place) -> {
            var earlier = was.get(id);
            if (earlier != null && !earlier.equals(place)) {
                var box = after.box(id);
                moved.add(id);
                add(id, Kind.MOVED, "compare.moved", box == null ? Sentences.of("compare.note") : quoted(box));
            }
        });
        var drawn = edges(before);
        var now = edges(after);
        after.arrows()
                .filter(arrow -> !rewired.contains(arrow.id())
                        && !moved.contains(arrow.source().id())
                        && !moved.contains(arrow.target().id()))
                .filter(arrow ->
                        drawn.containsKey(arrow.id()) && !Objects.equals(drawn.get(arrow.id()), now.get(arrow.id())))
                .forEach(arrow -> add(arrow.id(), Kind.MOVED, "compare.moved.arrow", exit(arrow, facets)));
    }

    private static Map<String, String> bounds(Diagram diagram) {
        var bounds = new LinkedHashMap<String, String>();
        diagram.root()
                .everything()
                .filter(node -> node.name().equals("bpmndi:BPMNShape"))
                .forEach(shape -> bounds.put(shape.attribute("bpmnElement"), place(shape.first("dc:Bounds"))));
        return bounds;
    }

    private static Map<String, String> edges(Diagram diagram) {
        var edges = new LinkedHashMap<String, String>();
        diagram.root()
                .everything()
                .filter(node -> node.name().equals("bpmndi:BPMNEdge"))
                .forEach(edge -> edges.put(
                        edge.attribute("bpmnElement"),
                        edge.all("di:waypoint").map(DiagramDifferences::place).collect(Collectors.joining(" "))));
        return edges;
    }

    private static String place(@Nullable Node node) {
        return node == null
                ? ""
                : List.of("x", "y", "width", "height").stream()
                        .map(name -> node.attribute(name).replaceFirst("\\.0+$", ""))
                        .collect(Collectors.joining(" "));
    }
}
