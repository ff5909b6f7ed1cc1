package fr.ruche.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The decisions of one DMN file, and how they need each other. */
final class Tables {

    private static final Map<String, String> PREFIXES = Map.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
            "http://www.omg.org/spec/DMN/20180521/DI/", "di",
            "http://camunda.org/schema/1.0/dmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/dmn/biodi/2.0", "biodi");

    private final Map<String, Decision> decisions;

    private Tables(Map<String, Decision> decisions) {
        this.decisions = decisions;
    }

    /** The tree of the file, which holds nothing that is not allowed; empty when it is not read further. */
    static Optional<Node> safe(byte[] bytes, Limits limits, Complaints complaints) {
        var read = XmlFile.read(bytes, PREFIXES, limits, complaints);
        read.ifPresent(root -> {
            Grammar.TABLE.check(root, "dmn:definitions", complaints);
            Spelling.check(root, limits, complaints);
        });
        return read;
    }

    /** What a table deployed long ago might evaluate. */
    static void evaluated(Node root, FeelTexts feel) {
        root.everything().filter(node -> node.name().equals("dmn:text")).forEach(text -> {
            var around = text.parent();
            var cell = around != null && around.name().equals("dmn:inputEntry");
            if (cell) {
                feel.tests(text.place(), text.line(), text.text().strip());
            } else if (!text.text().isBlank()) {
                feel.expression(text.place(), text.line(), text.text().strip());
            }
        });
    }

    static Tables of(Node root, Complaints complaints) {
        var decisions = new LinkedHashMap<String, Decision>();
        root.all("dmn:decision").forEach(node -> {
            var table = node.first("dmn:decisionTable");
            if (node.id().isEmpty()) {
                complaints.add(Rule.ID_MISSING, node, node.local());
            } else if (table == null) {
                complaints.add(Rule.TABLE_KIND, node, node.attribute("name"));
            } else {
                decisions.put(node.id(), new Decision(complaints.file(), node, table, required(node)));
            }
        });
        var tables = new Tables(decisions);
        tables.references(root, complaints);
        return tables;
    }

    private static Set<String> required(Node decision) {
        return decision.all("dmn:informationRequirement")
                .flatMap(requirement -> requirement.all("dmn:requiredDecision"))
                .map(required -> required.attribute("href").replaceFirst("^#", ""))
                .collect(Collectors.toSet());
    }

    private void references(Node root, Complaints complaints) {
        var inputs = root.all("dmn:inputData").map(Node::id).collect(Collectors.toSet());
        root.everything()
                .filter(node -> node.name().equals("dmn:requiredInput"))
                .filter(node -> !inputs.contains(node.attribute("href").replaceFirst("^#", "")))
                .forEach(node -> complaints.add(Rule.REFERENCE, node, node.attribute("href"), "requiredInput"));
        decisions.values().forEach(decision -> {
            decision.requires().stream()
                    .filter(id -> !decisions.containsKey(id))
                    .forEach(id -> complaints.add(Rule.REFERENCE, decision.node(), id, "requiredDecision"));
            if (needed(decision).contains(decision.id())) {
                complaints.add(Rule.LOOP_WITHOUT_WAIT, decision.node(), decision.label());
            }
        });
    }

    /** What it requires, and what these require. */
    private Set<String> needed(Decision decision) {
        var needed = new HashSet<String>();
        var open = new ArrayDeque<>(decision.requires());
        while (!open.isEmpty()) {
            var id = open.remove();
            if (needed.add(id) && decisions.containsKey(id)) {
                open.addAll(decisions.getOrDefault(id, decision).requires());
            }
        }
        return needed;
    }

    Map<String, Decision> decisions() {
        return decisions;
    }

    /**
     * What a table may read: what whoever asks it gives, and the answers of those it requires.
     *
     * @param facts that a diagram knows where it asks a decision, by the id of the decision
     * @return empty when nobody asks it
     */
    Optional<Map<String, ColumnWord>> names(Decision decision, Vocabulary words, Map<String, List<ColumnWord>> facts) {
        var given = new ArrayList<List<ColumnWord>>();
        for (var asking : decisions.values()) {
            if (asking == decision || needed(asking).contains(decision.id())) {
                words.table(asking.id()).ifPresent(table -> given.add(table.inputs()));
                if (facts.containsKey(asking.id())) {
                    given.add(facts.getOrDefault(asking.id(), List.of()));
                }
            }
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var names = new HashMap<String, ColumnWord>();
        given.get(0).forEach(column -> names.put(column.name(), column));
        given.forEach(columns ->
                names.keySet().retainAll(columns.stream().map(ColumnWord::name).collect(Collectors.toSet())));
        decision.requires().stream()
                .flatMap(id -> Optional.ofNullable(decisions.get(id)).stream())
                .flatMap(required -> required.outputs().stream())
                .forEach(output -> names.put(
                        output.attribute("name"),
                        ColumnWord.of(output.attribute("name"), Types.declared(output.attribute("typeRef")))));
        return Optional.of(names);
    }
}
