package fr.ruche.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what is drawn is what runs: who approves a diagram looks at the drawing. */
final class Drawing {

    private static final Set<String> DRAWN = Set.of(
            "bpmn:sequenceFlow",
            "bpmn:participant",
            "bpmn:lane",
            "bpmn:textAnnotation",
            "bpmn:association",
            "bpmn:group");
    private static final double NEAR = 20;
    private static final double SMALLEST = 10;
    private static final double FARTHEST = 100_000;

    private final Diagram diagram;
    private final Complaints complaints;
    private final Map<String, Node> shapes = new HashMap<>();

    private Drawing(Diagram diagram, Complaints complaints) {
        this.diagram = diagram;
        this.complaints = complaints;
    }

    /** @param x of the left edge @param y of the upper edge */
    private record Area(double x, double y, double width, double height) {

        boolean meets(Area other) {
            return x + width >= other.x
                    && other.x + other.width >= x
                    && y + height >= other.y
                    && other.y + other.height >= y;
        }

        boolean holds(Area other) {
            return other.x >= x
                    && other.y >= y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        boolean near(double left, double top) {
            return left >= x - NEAR && left <= x + width + NEAR && top >= y - NEAR && top <= y + height + NEAR;
        }
    }

    static void check(Diagram diagram, Complaints complaints) {
        var drawing = new Drawing(diagram, complaints);
        drawing.collect();
        drawing.missing();
        drawing.overlaps();
        drawing.boxes();
        diagram.arrows().forEach(drawing::arrow);
    }

    private void collect() {
        var known = new HashSet<String>();
        diagram.root()
                .everything()
                .filter(node -> node.name().startsWith("bpmn:"))
                .forEach(node -> known.add(node.id()));
        diagram.root()
                .everything()
                .filter(node ->
                        node.name().equals("bpmndi:BPMNShape") || node.name().equals("bpmndi:BPMNEdge"))
                .forEach(shape -> {
                    var drawn = shape.attribute("bpmnElement");
                    if (!known.contains(drawn) || shapes.put(drawn, shape) != null) {
                        complaints.add(Rule.REFERENCE, shape, drawn, "bpmnElement");
                    }
                });
    }

    private void missing() {
        diagram.root()
                .everything()
                .filter(node -> DRAWN.contains(node.name()) || node.name().startsWith("bpmn:") && Box.isBox(node))
                .filter(node -> !node.id().isEmpty() && !shapes.containsKey(node.id()))
                .forEach(node -> complaints.add(Rule.NO_BPMNDI, node, node.label()));
    }

    private void overlaps() {
        var wrong = new LinkedHashMap<Node, Boolean>();
        var pools = diagram.root()
                .everything()
                .filter(node -> node.name().equals("bpmn:participant"))
                .toList();
        var frame = pools.stream().map(pool -> area(pool.id())).findFirst().orElse(null);
        for (var scope : diagram.scopes()) {
            var owner = scope.owner();
            var around = owner == null ? frame : expanded(owner) ? area(owner.id()) : null;
            var boxes =
                    scope.boxes().stream().filter(box -> area(box.id()) != null).toList();
            for (var box : boxes) {
                var at = area(box.id());
                if (at != null
                        && (around != null && !around.holds(at)
                                || boxes.stream().anyMatch(other -> covers(box, at, other)))) {
                    wrong.put(box.node(), true);
                }
            }
        }
        wrong.keySet().forEach(node -> complaints.add(Rule.NO_OVERLAPPING_ELEMENTS, node, node.attribute("name")));
    }

    private boolean covers(Box box, Area at, Box other) {
        var there = area(other.id());
        return other != box && there != null && other.host() != box && box.host() != other && at.meets(there);
    }

    private boolean expanded(Box owner) {
        var shape = shapes.get(owner.id());
        return shape != null && shape.attribute("isExpanded").equals("true");
    }

    private @Nullable Area area(String element) {
        var shape = shapes.get(element);
        var bounds = shape == null ? null : shape.first("dc:Bounds");
        if (bounds == null) {
            return null;
        }
        var numbers = Stream.of("x", "y", "width", "height")
                .map(name -> number(bounds, name))
                .toList();
        return numbers.stream().anyMatch(number -> Double.isNaN(number))
                ? null
                : new Area(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private double number(Node node, String attribute) {
        try {
            var number = Double.parseDouble(node.attribute(attribute));
            if (Math.abs(number) <= FARTHEST) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        complaints.add(Rule.ATTRIBUTE_VALUE, node, attribute, node.attribute(attribute));
        return Double.NaN;
    }

    private void boxes() {
        diagram.all()
                .filter(box -> shapes.containsKey(box.id()))
                .filter(box -> {
                    var at = area(box.id());
                    return at == null || at.width() < SMALLEST || at.height() < SMALLEST;
                })
                .forEach(box -> complaints.add(Rule.DRAWN_ELSEWHERE, box.node(), box.label()));
    }

    private void arrow(Arrow arrow) {
        var edge = shapes.get(arrow.id());
        var from = area(arrow.source().id());
        var to = area(arrow.target().id());
        if (edge == null || from == null || to == null) {
            return;
        }
        var points = points(edge);
        if (points.size() < 2
                || !from.near(points.get(0)[0], points.get(0)[1])
                || !to.near(points.get(points.size() - 1)[0], points.get(points.size() - 1)[1])) {
            complaints.add(Rule.DRAWN_ELSEWHERE, arrow.node(), arrow.label());
        }
    }

    private List<double[]> points(Node edge) {
        var points = new ArrayList<double[]>();
        edge.all("di:waypoint").forEach(point -> points.add(new double[] {number(point, "x"), number(point, "y")}));
        return points;
    }
}
