package fr.ruche.review;

import fr.ruche.common.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a box of a diagram says of itself, by name, and how a person reads it. */
final class BoxFacets {

    /** Said by the arrows, or by the box's own place. */
    private static final Set<String> APART = Set.of("id", "default", "camunda:formRefBinding");

    private static final Map<String, String> NAMED = Map.of(
            "name", "name",
            "camunda:formRef", "form",
            "camunda:candidateGroups", "group",
            "camunda:dueDate", "due",
            "camunda:delegateExpression", "action",
            "camunda:decisionRef", "table",
            "camunda:resultVariable", "result",
            "cancelActivity", "interrupts",
            "isInterrupting", "interrupts");

    private final Vocabulary words;
    private final Diagram diagram;

    BoxFacets(Vocabulary words, Diagram diagram) {
        this.words = words;
        this.diagram = diagram;
    }

    /** From the name of each facet to what the file writes. */
    Map<String, String> of(Box box) {
        var facets = new LinkedHashMap<String, String>();
        facets.put("type", type(box));
        box.node().attributes().forEach((name, value) -> {
            if (name.equals("attachedToRef")) {
                facets.put("host", box.host() == null ? value : box.host().label());
            } else if (!APART.contains(name)) {
                facets.put(NAMED.getOrDefault(name, "@" + name), value.strip());
            }
        });
        var owner = box.scope().owner();
        facets.put("inside", owner == null ? "" : owner.label());
        facets.put("documentation", documentation(box));
        box.node().all("bpmn:extensionElements").forEach(extensions -> extension(extensions, facets));
        box.events().forEach(event -> event(event, facets));
        return facets;
    }

    private static void extension(Node extensions, Map<String, String> facets) {
        extensions
                .everything()
                .filter(node -> node.name().equals("camunda:property"))
                .forEach(property -> facets.put(
                        Set.of("clock", "readers", "byHand").contains(property.attribute("name"))
                                ? property.attribute("name")
                                : "@" + property.attribute("name"),
                        property.attribute("value")));
    }

    private void event(Node event, Map<String, String> facets) {
        if (event.has("messageRef")) {
            facets.put("message", diagram.message(event));
        }
        event.children().forEach(time -> facets.put("timer", time.text().strip()));
    }

    /** What it is; an event is told by what happens there. */
    private static String type(Box box) {
        var kinds = box.events().stream().map(Node::local).collect(Collectors.joining("+"));
        return kinds.isEmpty() ? box.type() : box.type() + "." + kinds;
    }

    static String documentation(Box box) {
        return box.node().textOf("bpmn:documentation").replaceAll("\\s+", " ");
    }

    /** In French, of what kind the box is. */
    static String kind(Box box) {
        return told("type", type(box));
    }

    private static String told(String facet, String value) {
        return Sentences.find("compare." + facet + "." + value).orElse(value);
    }

    String label(String facet) {
        return Sentences.find("compare.box." + facet).orElse(facet.replaceFirst("^@", ""));
    }

    /** What a person reads of a value: what the vocabulary calls it. */
    String told(String facet, String value, Diagram of) {
        return switch (facet) {
            case "type" -> told("type", value);
            case "interrupts" -> told("interrupts", value);
            case "due", "timer" ->
                Expressions.deadline(value)
                        .flatMap(words::deadline)
                        .map(DeadlineWord::label)
                        .orElse(value);
            case "action" ->
                Expressions.action(value)
                        .flatMap(words::action)
                        .map(ActionWord::label)
                        .orElse(value);
            case "clock" -> words.clock(value).map(ClockWord::label).orElse(value);
            case "message" -> words.message(value).map(MessageWord::label).orElse(value);
            case "group", "readers" -> groups(value);
            case "byHand" -> {
                var place = of.box(value);
                yield place == null ? told("byHand", value) : place.label();
            }
            default -> value;
        };
    }

    private String groups(String value) {
        return Expressions.groups(value).stream()
                .map(group -> words.groups().stream()
                        .filter(word -> word.name().equals(group))
                        .map(GroupWord::label)
                        .findFirst()
                        .orElse(group))
                .collect(Collectors.joining(", "));
    }

    /** A condition as it is said: « Réponse sur la complétude = COMPLETE ». */
    String condition(String written) {
        return condition(words, written);
    }

    static String condition(Vocabulary words, String written) {
        return Expressions.condition(written)
                .map(condition -> said(words, condition))
                .orElse(written);
    }

    private static String said(Vocabulary words, Condition condition) {
        if (condition instanceof Condition.Holds holds) {
            return fact(words, holds.fact());
        }
        if (condition instanceof Condition.Is is) {
            return Sentences.of("compare.condition.is", fact(words, is.fact()), is.code());
        }
        if (condition instanceof Condition.Not not) {
            return not.inner() instanceof Condition.Is is
                    ? Sentences.of("compare.condition.isNot", fact(words, is.fact()), is.code())
                    : Sentences.of("compare.condition.not", said(words, not.inner()));
        }
        if (condition instanceof Condition.All all) {
            return joined(words, all.parts(), "compare.condition.and");
        }
        return joined(words, ((Condition.Any) condition).parts(), "compare.condition.or");
    }

    private static String joined(Vocabulary words, List<Condition> parts, String by) {
        return parts.stream()
                .map(part -> part instanceof Condition.All || part instanceof Condition.Any
                        ? "(" + said(words, part) + ")"
                        : said(words, part))
                .collect(Collectors.joining(Sentences.of(by)));
    }

    static String fact(Vocabulary words, String name) {
        return words.fact(name).map(FactWord::label).orElse(name);
    }
}
