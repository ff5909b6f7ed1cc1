package fr.ruche.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a way of a diagram leads through: a task, an event, a gateway or a sub-process. */
final class Box {

    private static final Set<String> ACTIVITIES =
            Set.of("userTask", "serviceTask", "receiveTask", "businessRuleTask", "subProcess");
    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway", "eventBasedGateway");

    private final Node node;
    private final Scope scope;
    private final List<Arrow> incoming = new ArrayList<>();
    private final List<Arrow> outgoing = new ArrayList<>();
    private final List<Box> attached = new ArrayList<>();
    private @Nullable Box host;
    private @Nullable Scope inside;

    Box(Node node, Scope scope) {
        this.node = node;
        this.scope = scope;
    }

    /** Whether the element is one, and not an arrow or a note. */
    static boolean isBox(Node node) {
        return ACTIVITIES.contains(node.local()) || EVENTS.contains(node.local()) || GATEWAYS.contains(node.local());
    }

    Node node() {
        return node;
    }

    String id() {
        return node.id();
    }

    /** What a person calls it: its label, else its id. */
    String label() {
        return node.label();
    }

    String type() {
        return node.local();
    }

    Scope scope() {
        return scope;
    }

    /** What a sub-process holds, null for any other. */
    @Nullable Scope inside() {
        return inside;
    }

    void holds(Scope content) {
        this.inside = content;
    }

    List<Arrow> incoming() {
        return incoming;
    }

    List<Arrow> outgoing() {
        return outgoing;
    }

    /** The events at its edge. */
    List<Box> attached() {
        return attached;
    }

    void attachTo(Box other) {
        host = other;
        other.attached.add(this);
    }

    /** For an event at the edge of another, that other; else null. */
    @Nullable Box host() {
        return host;
    }

    boolean isActivity() {
        return ACTIVITIES.contains(type());
    }

    boolean isEvent() {
        return EVENTS.contains(type());
    }

    boolean isGateway() {
        return GATEWAYS.contains(type());
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean isEventSubProcess() {
        return is("subProcess") && node.attribute("triggeredByEvent").equals("true");
    }

    /** For an event at an edge: whether what it is attached to ends. */
    boolean interrupts() {
        return !node.attribute("cancelActivity").equals("false");
    }

    /** Its event definitions. */
    List<Node> events() {
        return node.children().stream()
                .filter(child -> child.local().endsWith("EventDefinition"))
                .toList();
    }

    boolean on(String event) {
        return events().stream().anyMatch(definition -> definition.local().equals(event));
    }

    /** Whether a process stops here until somebody answers, a message comes or a moment is reached. */
    boolean waits() {
        return is("userTask") || is("receiveTask") || is("intermediateCatchEvent");
    }

    /** The arrow that is taken when no condition holds; null when there is none. */
    @Nullable Arrow standard() {
        return outgoing.stream()
                .filter(arrow -> arrow.id().equals(node.attribute("default")))
                .findFirst()
                .orElse(null);
    }

    /** Where one gets to from here in one move, the events at its edge included. */
    Stream<Box> next() {
        return Stream.concat(outgoing.stream().map(Arrow::target), attached.stream());
    }
}
