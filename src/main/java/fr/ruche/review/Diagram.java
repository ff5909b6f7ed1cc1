package fr.ruche.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one process of a BPMN file, with its boxes and arrows joined. */
final class Diagram {

    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi",
            "http://camunda.org/schema/1.0/bpmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color");

    private static final Set<String> NAMED =
            Set.of("bpmn:process", "bpmn:message", "bpmn:sequenceFlow", "bpmn:participant", "bpmn:lane");

    private final Node root;
    private final Scope process;
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, Node> messages = new HashMap<>();

    private Diagram(Node root, Node process) {
        this.root = root;
        this.process = Scope.of(process, null);
        root.all("bpmn:message").forEach(message -> messages.put(message.id(), message));
    }

    /** The tree of the file, which holds nothing that is not allowed; empty when it is not read further. */
    static Optional<Node> safe(byte[] bytes, Limits limits, Complaints complaints) {
        var read = XmlFile.read(bytes, PREFIXES, limits, complaints);
        read.ifPresent(root -> {
            Grammar.DIAGRAM.check(root, "bpmn:definitions", complaints);
            Spelling.check(root, limits, complaints);
        });
        return read;
    }

    /** Empty when there is not one process to look at. */
    static Optional<Diagram> of(Node root, Limits limits, Complaints complaints) {
        var processes = root.all("bpmn:process").toList();
        if (processes.size() != 1) {
            complaints.whole(Rule.ONE_PROCESS, processes.size());
            return Optional.empty();
        }
        var diagram = new Diagram(root, processes.get(0));
        diagram.draw(diagram.process, complaints);
        if (diagram.boxes.size() > limits.nodes()) {
            complaints.add(Rule.TOO_MANY, processes.get(0), limits.nodes());
            return Optional.empty();
        }
        diagram.references(complaints);
        return Optional.of(diagram);
    }

    private void draw(Scope scope, Complaints complaints) {
        scopes.add(scope);
        scope.node().children().stream().filter(Box::isBox).forEach(node -> {
            var box = new Box(node, scope);
            scope.boxes().add(box);
            if (node.id().isEmpty()) {
                complaints.add(Rule.ID_MISSING, node, node.local());
            } else {
                boxes.putIfAbsent(node.id(), box);
            }
        });
        scope.node().all("bpmn:sequenceFlow").forEach(flow -> join(flow, scope, complaints));
        scope.boxes().stream().filter(box -> box.is("boundaryEvent")).forEach(event -> attach(event, complaints));
        scope.boxes().stream().filter(box -> box.is("subProcess")).forEach(box -> {
            var inside = Scope.of(box.node(), box);
            box.holds(inside);
            draw(inside, complaints);
        });
    }

    private void join(Node flow, Scope scope, Complaints complaints) {
        var source = inside(flow, "sourceRef", scope, complaints);
        var target = inside(flow, "targetRef", scope, complaints);
        if (source != null && target != null) {
            var arrow = new Arrow(flow, source, target);
            scope.arrows().add(arrow);
            source.outgoing().add(arrow);
            target.incoming().add(arrow);
        }
    }

    private void attach(Box event, Complaints complaints) {
        var host = inside(event.node(), "attachedToRef", event.scope(), complaints);
        if (host != null && host != event) {
            event.attachTo(host);
        }
    }

    private @Nullable Box inside(Node node, String reference, Scope scope, Complaints complaints) {
        var found = boxes.get(node.attribute(reference));
        if (found == null || found.scope() != scope) {
            complaints.add(Rule.REFERENCE, node, node.attribute(reference), reference);
            return null;
        }
        return found;
    }

    private void references(Complaints complaints) {
        all().forEach(box -> lists(box, complaints));
        root.everything()
                .filter(node -> NAMED.contains(node.name()) && node.id().isEmpty())
                .forEach(node -> complaints.add(Rule.ID_MISSING, node, node.local()));
        all().filter(box -> box.node().has("default") && box.standard() == null)
                .forEach(box ->
                        complaints.add(Rule.REFERENCE, box.node(), box.node().attribute("default"), "default"));
        root.everything()
                .filter(node -> node.has("messageRef") && !messages.containsKey(node.attribute("messageRef")))
                .forEach(node -> complaints.add(Rule.REFERENCE, node, node.attribute("messageRef"), "messageRef"));
        root.everything()
                .filter(node -> node.has("processRef")
                        && !node.attribute("processRef").equals(process.node().id()))
                .forEach(node -> complaints.add(Rule.REFERENCE, node, node.attribute("processRef"), "processRef"));
    }

    /** Modelers write with each box which arrows come and go; where it is written, it must be so. */
    private static void lists(Box box, Complaints complaints) {
        var incoming = box.incoming().stream().map(Arrow::id).collect(Collectors.toSet());
        var outgoing = box.outgoing().stream().map(Arrow::id).collect(Collectors.toSet());
        if (differs(box.node(), "bpmn:incoming", incoming) || differs(box.node(), "bpmn:outgoing", outgoing)) {
            complaints.add(Rule.FLOW_LISTS, box.node(), box.label());
        }
    }

    private static boolean differs(Node node, String list, Set<String> arrows) {
        var written = node.all(list).map(one -> one.text().strip()).collect(Collectors.toSet());
        return !written.isEmpty() && !written.equals(arrows);
    }

    Node root() {
        return root;
    }

    Node process() {
        return process.node();
    }

    /** The process first, then its sub-processes from outside to inside. */
    List<Scope> scopes() {
        return scopes;
    }

    Stream<Box> all() {
        return scopes.stream().flatMap(scope -> scope.boxes().stream());
    }

    Stream<Arrow> arrows() {
        return scopes.stream().flatMap(scope -> scope.arrows().stream());
    }

    Stream<Box> all(String type) {
        return all().filter(box -> box.is(type));
    }

    @Nullable Box box(String id) {
        return boxes.get(id);
    }

    /** The name of the message that the element names; empty when it names none. */
    String message(Node element) {
        var message = messages.get(element.attribute("messageRef"));
        return message == null ? "" : message.attribute("name");
    }
}
