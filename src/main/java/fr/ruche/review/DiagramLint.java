package fr.ruche.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that bpmnlint recommends, for a server without Node; the build holds both against the same diagrams. Those
 * about elements that {@code diagram.grammar} does not allow have nothing left to say, those about positions are in
 * {@link Drawing}.
 */
final class DiagramLint {

    private final Diagram diagram;
    private final Complaints complaints;

    private DiagramLint(Diagram diagram, Complaints complaints) {
        this.diagram = diagram;
        this.complaints = complaints;
    }

    static void check(Diagram diagram, Complaints complaints) {
        var lint = new DiagramLint(diagram, complaints);
        diagram.scopes().forEach(lint::scope);
        diagram.all().forEach(lint::box);
        lint.duplicates();
        lint.labels();
        lint.messages();
    }

    private void scope(Scope scope) {
        var boxes = scope.boxes();
        when(scope.starts().isEmpty(), Rule.START_EVENT_REQUIRED, scope);
        when(boxes.stream().noneMatch(box -> box.is("endEvent")), Rule.END_EVENT_REQUIRED, scope);
        var blank = scope.starts().stream().filter(start -> start.events().isEmpty());
        when(blank.count() > 1, Rule.SINGLE_BLANK_START_EVENT, scope);
        if (scope.owner() != null) {
            scope.starts().forEach(start -> {
                var typed = !start.events().isEmpty();
                when(scope.isEventSubProcess() && !typed, Rule.EVENT_SUB_PROCESS_TYPED_START_EVENT, start);
                when(!scope.isEventSubProcess() && typed, Rule.SUB_PROCESS_BLANK_START_EVENT, start);
            });
        }
        termination(boxes);
    }

    private void termination(List<Box> boxes) {
        var ends = boxes.stream().filter(box -> box.outgoing().isEmpty()).toList();
        var terminations = ends.stream().filter(DiagramLint::terminates).toList();
        var superfluous = ends.stream().allMatch(end -> terminates(end) || breaksIn(end));
        if (terminations.size() == 1 && superfluous) {
            when(true, Rule.SUPERFLUOUS_TERMINATION, terminations.get(0));
        }
    }

    private static boolean terminates(Box box) {
        return box.is("endEvent") && box.on("terminateEventDefinition");
    }

    private static boolean breaksIn(Box box) {
        var inside = box.inside();
        return box.isEventSubProcess()
                && inside != null
                && inside.starts().stream()
                        .anyMatch(start ->
                                !start.node().attribute("isInterrupting").equals("false"));
    }

    private void box(Box box) {
        var in = box.incoming().size();
        var out = box.outgoing().size();
        var first = box.is("startEvent") || box.host() != null || box.is("boundaryEvent");
        when(in == 0 && out == 0 && !box.isEventSubProcess(), Rule.NO_DISCONNECTED, box);
        when(in == 0 && !first && !box.isEventSubProcess(), Rule.NO_IMPLICIT_START, box);
        when(out == 0 && !box.is("endEvent") && !box.isEventSubProcess(), Rule.NO_IMPLICIT_END, box);
        when(box.events().size() > 1, Rule.SINGLE_EVENT_DEFINITION, box);
        if (box.isGateway()) {
            when(in > 1 && out > 1, Rule.NO_GATEWAY_JOIN_FORK, box);
            when(in == 1 && out == 1, Rule.SUPERFLUOUS_GATEWAY, box);
        } else {
            when(in > 1, Rule.FAKE_JOIN, box);
            when(unconditional(box).count() > 1, Rule.NO_IMPLICIT_SPLIT, box);
        }
        if (box.is("eventBasedGateway")) {
            when(out < 2, Rule.EVENT_BASED_GATEWAY, box);
            box.outgoing().stream().filter(Arrow::conditional).forEach(arrow -> on(Rule.EVENT_BASED_GATEWAY, arrow));
        }
        if (box.standard() != null || box.outgoing().stream().anyMatch(Arrow::conditional)) {
            unconditional(box).forEach(arrow -> on(Rule.CONDITIONAL_FLOWS, arrow));
        }
    }

    private static Stream<Arrow> unconditional(Box box) {
        return box.outgoing().stream().filter(arrow -> !arrow.conditional() && !arrow.standard());
    }

    private void duplicates() {
        var seen = new HashSet<String>();
        diagram.arrows().forEach(arrow -> {
            var condition = arrow.condition();
            var key =
                    arrow.source().id() + "#" + arrow.target().id() + "#" + (condition == null ? "" : condition.text());
            if (!seen.add(key)) {
                on(Rule.NO_DUPLICATE_SEQUENCE_FLOWS, arrow);
                when(true, Rule.NO_DUPLICATE_SEQUENCE_FLOWS, arrow.source());
                when(true, Rule.NO_DUPLICATE_SEQUENCE_FLOWS, arrow.target());
            }
        });
    }

    private void labels() {
        diagram.all()
                .filter(box -> !box.is("parallelGateway") && !box.is("eventBasedGateway") && !box.is("subProcess"))
                .filter(box -> !box.isGateway() || box.outgoing().size() > 1)
                .filter(box -> box.node().attribute("name").isBlank())
                .forEach(box -> when(true, Rule.LABEL_REQUIRED, box));
        diagram.arrows()
                .filter(arrow ->
                        arrow.conditional() && arrow.node().attribute("name").isBlank())
                .forEach(arrow -> on(Rule.LABEL_REQUIRED, arrow));
        diagram.root()
                .everything()
                .filter(node ->
                        node.name().equals("bpmn:participant") || node.name().equals("bpmn:lane"))
                .filter(node -> node.attribute("name").isBlank())
                .forEach(node -> complaints.add(Rule.LABEL_REQUIRED, node, node.local(), node.id()));
        diagram.arrows()
                .filter(arrow -> !arrow.node().attribute("name").isBlank()
                        && !arrow.conditional()
                        && !arrow.standard()
                        && !(arrow.source().is("exclusiveGateway")
                                && arrow.source().outgoing().size() > 1))
                .forEach(arrow -> on(Rule.SUPERFLUOUS_LABEL, arrow));
    }

    private void messages() {
        var named = new HashMap<String, Integer>();
        diagram.root().all("bpmn:message").forEach(one -> named.merge(one.attribute("name"), 1, Integer::sum));
        diagram.root()
                .all("bpmn:message")
                .filter(message -> message.attribute("name").isBlank()
                        || named.getOrDefault(message.attribute("name"), 0) > 1
                        || diagram.root()
                                .everything()
                                .noneMatch(node -> node.has("messageRef")
                                        && node.attribute("messageRef").equals(message.id())))
                .forEach(message -> complaints.add(Rule.GLOBAL, message, message.attribute("name")));
    }

    private void when(boolean wrong, Rule rule, Scope scope) {
        if (wrong) {
            complaints.add(rule, scope.node(), scope.node().label());
        }
    }

    private void when(boolean wrong, Rule rule, Box box) {
        if (wrong) {
            complaints.add(rule, box.node(), box.label());
        }
    }

    private void on(Rule rule, Arrow arrow) {
        complaints.add(rule, arrow.node(), arrow.label());
    }
}
