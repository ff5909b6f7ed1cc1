package fr.ruche.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One decision table of a DMN file.
 *
 * @param file the name of the file
 * @param table its {@code decisionTable}
 * @param requires ids of the decisions whose answers it reads
 */
record Decision(String file, Node node, Node table, Set<String> requires) {

    private static final Set<String> SINGLE = Set.of("UNIQUE", "FIRST", "ANY");

    String id() {
        return node.id();
    }

    String label() {
        return node.label();
    }

    String hitPolicy() {
        return table.has("hitPolicy") ? table.attribute("hitPolicy") : "UNIQUE";
    }

    /** Whether one row at most answers. */
    boolean single() {
        return SINGLE.contains(hitPolicy());
    }

    List<Node> inputs() {
        return table.all("dmn:input").toList();
    }

    List<Node> outputs() {
        return table.all("dmn:output").toList();
    }

    List<Node> rows() {
        return table.all("dmn:rule").toList();
    }

    boolean answersOneValue() {
        return single() && outputs().size() == 1;
    }

    /** The fact that a diagram gains by asking it, when it answers one value of a kind that a condition can read. */
    Optional<FactWord> fact(String name, String box) {
        if (!answersOneValue()) {
            return Optional.empty();
        }
        var type = Types.declared(outputs().get(0).attribute("typeRef"));
        var values = type == ValueType.CODE || type == ValueType.TEXT ? literals() : List.<String>of();
        return Optional.of(new FactWord(
                name, label(), type == ValueType.FLAG ? ValueType.FLAG : ValueType.CODE, values, List.of(box)));
    }

    /** The codes among the answers of its only column. */
    private List<String> literals() {
        return rows().stream()
                .flatMap(row -> row.all("dmn:outputEntry"))
                .map(entry -> entry.textOf("dmn:text"))
                .filter(text -> text.matches("\"[\\w-]+\""))
                .map(text -> text.substring(1, text.length() - 1))
                .distinct()
                .toList();
    }
}
