package fr.ruche.review;

import org.jspecify.annotations.Nullable;

/** A sequence flow. */
final class Arrow {

    private final Node node;
    private final Box source;
    private final Box target;

    Arrow(Node node, Box source, Box target) {
        this.node = node;
        this.source = source;
        this.target = target;
    }

    Node node() {
        return node;
    }

    Box source() {
        return source;
    }

    Box target() {
        return target;
    }

    String id() {
        return node.id();
    }

    /** What a person calls it: its label, else its id. */
    String label() {
        return node.label();
    }

    @Nullable Node condition() {
        return node.first("bpmn:conditionExpression");
    }

    boolean conditional() {
        return condition() != null;
    }

    /** Whether it is taken when no condition holds. */
    boolean standard() {
        return this == source.standard();
    }
}
