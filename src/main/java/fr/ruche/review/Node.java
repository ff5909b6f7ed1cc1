package fr.ruche.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An XML element, with names as this package writes them: {@code bpmn:userTask}, whatever prefix the file gives; a name
 * of an unknown namespace keeps it in braces.
 */
final class Node {

    private final String name;
    private final int line;
    private final @Nullable Node parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Node(String name, int line, @Nullable Node parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    String name() {
        return name;
    }

    /** Without the prefix. */
    String local() {
        return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('}')) + 1);
    }

    int line() {
        return line;
    }

    @Nullable Node parent() {
        return parent;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Node> children() {
        return children;
    }

    void write(String part) {
        text.append(part);
    }

    /** Its own text, without that of its children. */
    String text() {
        return text.toString();
    }

    /** Empty when it has none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** What a person calls it: its label, else its id. */
    String label() {
        return attribute("name").isBlank() ? id() : attribute("name");
    }

    String id() {
        return attribute("id");
    }

    /** The id by which it is found in the diagram: its own, else that of what holds it. */
    String place() {
        for (var at = this; at != null; at = at.parent) {
            if (!at.id().isEmpty()) {
                return at.id();
            }
        }
        return "";
    }

    Stream<Node> all(String child) {
        return children.stream().filter(one -> one.name.equals(child));
    }

    @Nullable Node first(String child) {
        return all(child).findFirst().orElse(null);
    }

    /** The text of a child, without the blanks around it; empty when there is no such child. */
    String textOf(String child) {
        var found = first(child);
        return found == null ? "" : found.text().strip();
    }

    /** Itself and everything in it, in the order of the file. */
    Stream<Node> everything() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::everything));
    }
}
