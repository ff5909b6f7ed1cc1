package fr.ruche.review;

import java.util.HashMap;
import java.util.Set;

/** How the texts of an XML file are written: names in plain letters, nothing hidden, nothing too long. */
final class Spelling {

    /** Attributes that name something for the program, wherever they stand. */
    private static final Set<String> NAMES = Set.of(
            "id",
            "messageRef",
            "attachedToRef",
            "sourceRef",
            "targetRef",
            "default",
            "processRef",
            "categoryValueRef",
            "bpmnElement",
            "dmnElementRef",
            "sourceElement",
            "targetElement",
            "typeRef",
            "href",
            "camunda:formRef",
            "camunda:decisionRef",
            "camunda:resultVariable");

    /** Elsewhere a name is what a person reads. */
    private static final Set<String> NAMED = Set.of("bpmn:message", "camunda:property", "dmn:output");

    private static final Set<String> NAMES_AS_TEXT = Set.of("bpmn:incoming", "bpmn:outgoing", "bpmn:flowNodeRef");
    private static final Set<String> EXPRESSIONS =
            Set.of("bpmn:conditionExpression", "bpmn:timeDate", "bpmn:timeCycle", "dmn:text");

    private final Limits limits;
    private final Complaints complaints;

    private Spelling(Limits limits, Complaints complaints) {
        this.limits = limits;
        this.complaints = complaints;
    }

    static void check(Node root, Limits limits, Complaints complaints) {
        var spelling = new Spelling(limits, complaints);
        var ids = new HashMap<String, Node>();
        root.everything().forEach(node -> {
            node.attributes().forEach((name, value) -> spelling.attribute(node, name, value));
            spelling.text(node);
            if (!node.id().isEmpty() && ids.put(node.id(), node) != null) {
                complaints.add(Rule.ID_TWICE, node, node.id());
            }
        });
    }

    private void attribute(Node node, String attribute, String value) {
        var name = NAMES.contains(attribute) || attribute.equals("name") && NAMED.contains(node.name());
        written(node, name, value, limits.textLength());
        expression(node, node.name() + "@" + attribute, value);
    }

    private void text(Node node) {
        var text = node.text();
        if (text.isBlank() && !node.name().equals("bpmn:conditionExpression")) {
            return;
        }
        var longest = EXPRESSIONS.contains(node.name()) ? limits.expressionLength() : limits.textLength();
        written(node, NAMES_AS_TEXT.contains(node.name()), text.strip(), longest);
        expression(node, node.name(), text);
    }

    private void written(Node node, boolean name, String value, int longest) {
        var most = name ? limits.nameLength() : longest;
        if (value.length() > most) {
            complaints.add(Rule.TOO_LONG, node, value, value.length(), most);
        }
        var hidden = Characters.hidden(value);
        var lookalike = Characters.lookalike(value);
        if (hidden.isPresent()) {
            complaints.add(Rule.HIDDEN_CHARACTER, node, hidden.get(), value);
        } else if (lookalike.isPresent()) {
            complaints.add(Rule.LOOKALIKE, node, lookalike.get(), value);
        } else if (name && !Characters.isName(value.startsWith("#") ? value.substring(1) : value)) {
            complaints.add(Rule.ID_SYNTAX, node, value);
        }
    }

    private void expression(Node node, String place, String value) {
        Expressions.fault(place, value).ifPresent(rule -> complaints.add(rule, node, value.strip(), node.name()));
    }
}
