package fr.ruche.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which elements a file may hold, with which attributes and in which places: a list of what is allowed. */
final class Grammar {

    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

    static final Grammar DIAGRAM = of("diagram.grammar");
    static final Grammar TABLE = of("table.grammar");

    /** Why the best known ways to make a model run something are refused; any other is refused as unknown. */
    private static final Map<String, Rule> REASONS = reasons();

    private final Map<String, Element> elements = new HashMap<>();

    private Grammar(List<String> lines) {
        var lists = new HashMap<String, Element>();
        for (var line : lines) {
            var parts = line.split("(?<=^|\\s)\\|(?=\\s|$)", -1);
            var name = parts[0].strip();
            var element = new Element(
                    name.endsWith("*"), attributes(words(parts[1]), lists), children(words(parts[2]), lists));
            if (name.startsWith("@")) {
                lists.put(name, element);
            } else {
                elements.put(name.replace(" *", ""), element);
            }
        }
    }

    private record Element(boolean text, Map<String, Pattern> attributes, Set<String> children) {}

    private static Grammar of(String file) {
        try (var lines = Objects.requireNonNull(Grammar.class.getResourceAsStream(file), file)) {
            return new Grammar(new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> words(String part) {
        return Arrays.stream(part.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, Pattern> attributes(List<String> words, Map<String, Element> lists) {
        var all = new HashMap<String, Pattern>();
        for (var word : words) {
            if (word.startsWith("@")) {
                all.putAll(Objects.requireNonNull(lists.get(word), word).attributes());
            } else {
                var equal = word.indexOf('=');
                all.put(
                        equal < 0 ? word : word.substring(0, equal),
                        equal < 0 ? ANYTHING : Pattern.compile(word.substring(equal + 1)));
            }
        }
        return all;
    }

    private static Set<String> children(List<String> words, Map<String, Element> lists) {
        var all = new HashSet<String>();
        for (var word : words) {
            if (word.startsWith("@")) {
                all.addAll(Objects.requireNonNull(lists.get(word), word).children());
            } else {
                all.add(word);
            }
        }
        return all;
    }

    private static Map<String, Rule> reasons() {
        var reasons = new HashMap<String, Rule>();
        name(
                reasons,
                Rule.SCRIPT,
                "bpmn:scriptTask",
                "bpmn:script",
                "camunda:script",
                "@scriptFormat",
                "@language",
                "@camunda:resource",
                "@expressionLanguage",
                "@typeLanguage");
        name(
                reasons,
                Rule.CODE,
                "@camunda:class",
                "@camunda:expression",
                "@camunda:type",
                "@camunda:formHandlerClass",
                "@camunda:variableMappingClass",
                "@camunda:variableMappingDelegateExpression",
                "@implementation",
                "@operationRef",
                "camunda:field",
                "dmn:businessKnowledgeModel",
                "dmn:invocation");
        name(
                reasons,
                Rule.LISTENER,
                "camunda:executionListener",
                "camunda:taskListener",
                "camunda:caseExecutionListener",
                "camunda:caseVariableListener");
        name(reasons, Rule.CONNECTOR, "camunda:connector", "camunda:connectorId");
        name(
                reasons,
                Rule.FOREIGN_FORM,
                "@camunda:formKey",
                "camunda:formData",
                "camunda:formField",
                "camunda:formProperty");
        name(
                reasons,
                Rule.VARIABLES,
                "camunda:inputOutput",
                "camunda:inputParameter",
                "camunda:outputParameter",
                "camunda:in",
                "camunda:out",
                "@camunda:inputVariable",
                "bpmn:dataInput",
                "bpmn:ioSpecification");
        return Map.copyOf(reasons);
    }

    private static void name(Map<String, Rule> reasons, Rule rule, String... names) {
        Stream.of(names).forEach(name -> reasons.put(name, rule));
    }

    /** Names everything in the file that is not on the list. */
    void check(Node root, String expected, Complaints complaints) {
        if (!root.name().equals(expected)) {
            unknown(root, complaints);
            return;
        }
        root.everything().forEach(node -> {
            var known = elements.get(node.name());
            if (known == null || misplaced(node)) {
                unknown(node, complaints);
                dangers(node, complaints);
            } else {
                attributes(node, known, complaints);
            }
        });
    }

    /** What an element that may not stand there would run besides. */
    private static void dangers(Node node, Complaints complaints) {
        node.attributes().keySet().forEach(name -> {
            var danger = REASONS.get("@" + name);
            if (danger != null) {
                complaints.add(danger, node, name, node.name());
            }
        });
    }

    private boolean misplaced(Node node) {
        var parent = node.parent();
        var around = parent == null ? null : elements.get(parent.name());
        return around != null && !around.children().contains(node.name());
    }

    private static void unknown(Node node, Complaints complaints) {
        if (node.name().startsWith("{")) {
            complaints.add(Rule.NAMESPACE, node, node.name());
            return;
        }
        complaints.add(REASONS.getOrDefault(node.name(), Rule.ELEMENT), node, node.name());
    }

    private static void attributes(Node node, Element known, Complaints complaints) {
        node.attributes().forEach((name, value) -> {
            var allowed = known.attributes().get(name);
            if (allowed == null) {
                complaints.add(reason(name), node, name, node.name());
            } else if (!allowed.matcher(name.equals("xsi:type") ? local(value) : value)
                    .matches()) {
                complaints.add(Rule.ATTRIBUTE_VALUE, node, name, value);
            }
        });
        if (!known.text() && !node.text().isBlank()) {
            complaints.add(Rule.TEXT_PLACE, node, node.text().strip(), node.name());
        }
    }

    private static Rule reason(String attribute) {
        return attribute.startsWith("{") ? Rule.NAMESPACE : REASONS.getOrDefault("@" + attribute, Rule.ATTRIBUTE);
    }

    private static String local(@Nullable String name) {
        return name == null ? "" : name.substring(name.indexOf(':') + 1);
    }
}
