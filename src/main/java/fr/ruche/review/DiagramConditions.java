package fr.ruche.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the conditions of a diagram say something that can happen, and its gateways let every dossier go on. */
final class DiagramConditions {

    private static final String OTHER = "…";
    /** Beyond that many combinations a gateway is not gone through. */
    private static final int MANY = 4_000;

    private final Diagram diagram;
    private final Map<String, FactWord> facts;
    private final Complaints complaints;

    private DiagramConditions(Diagram diagram, Map<String, FactWord> facts, Complaints complaints) {
        this.diagram = diagram;
        this.facts = facts;
        this.complaints = complaints;
    }

    /** @param facts that a condition may read, by name */
    static void check(Diagram diagram, Map<String, FactWord> facts, Complaints complaints) {
        var check = new DiagramConditions(diagram, facts, complaints);
        diagram.arrows()
                .filter(arrow -> arrow.conditional() && (!arrow.source().is("exclusiveGateway") || arrow.standard()))
                .forEach(arrow -> complaints.add(Rule.CONDITION_PLACE, arrow.node(), arrow.label()));
        diagram.all("exclusiveGateway").forEach(check::gateway);
    }

    private void gateway(Box gateway) {
        if (gateway.outgoing().size() < 2) {
            return;
        }
        var bare = gateway.outgoing().stream()
                .filter(arrow -> !arrow.conditional() && !arrow.standard())
                .toList();
        if (bare.size() == gateway.outgoing().size()) { // otherwise bpmnlint's conditional-flows names each
            complaints.add(Rule.GATEWAY_CONDITIONS, gateway.node(), gateway.label());
        }
        var understood = new LinkedHashMap<Arrow, Condition>();
        var clear = bare.isEmpty();
        for (var arrow : gateway.outgoing()) {
            if (!arrow.conditional() || arrow.standard()) {
                continue;
            }
            var text = Objects.requireNonNull(arrow.condition()).text();
            var condition = Expressions.condition(text);
            if (condition.isPresent() && known(arrow, condition.get())) {
                understood.put(arrow, condition.get());
            } else {
                clear = false;
            }
        }
        if (clear && !understood.isEmpty()) {
            goThrough(gateway, understood);
        }
    }

    private boolean known(Arrow arrow, Condition condition) {
        return condition
                        .comparisons()
                        .filter(comparison -> !known(arrow.node(), comparison))
                        .count()
                == 0;
    }

    private boolean known(Node arrow, Condition comparison) {
        var name = comparison.facts().findFirst().orElseThrow();
        var fact = facts.get(name);
        if (fact == null) {
            complaints.add(Rule.FACT_UNKNOWN, arrow, name, Near.hint(name, facts.keySet()));
            return false;
        }
        var flag = fact.type() == ValueType.FLAG;
        if (!(comparison instanceof Condition.Is is)) {
            if (!flag) {
                complaints.add(Rule.FACT_TYPE, arrow, name);
            }
            return flag;
        }
        if (flag) {
            complaints.add(Rule.FACT_TYPE, arrow, name);
            return false;
        }
        if (!fact.values().isEmpty() && !fact.values().contains(is.code())) {
            complaints.add(Rule.FACT_VALUE, arrow, name, is.code(), Near.hint(is.code(), fact.values()));
            return false;
        }
        return true;
    }

    /** Tries all that the facts can be together. */
    private void goThrough(Box gateway, Map<Arrow, Condition> conditions) {
        var domains = domains(conditions);
        var combinations = domains.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a > MANY ? a : a * b);
        if (combinations > MANY) {
            complaints.add(Rule.TOO_TANGLED, gateway.node(), gateway.label());
            return;
        }
        var missed = new TreeSet<String>();
        var doubles = new TreeSet<String>();
        var taken = new TreeSet<String>();
        for (var values : combinations(domains)) {
            var open = conditions.entrySet().stream()
                    .filter(way -> way.getValue().holds(values))
                    .map(Map.Entry::getKey)
                    .toList();
            open.forEach(arrow -> taken.add(arrow.id()));
            if (open.isEmpty() && gateway.standard() == null) {
                missed.add(told(values));
            }
            if (open.size() > 1) {
                doubles.add(open.stream().map(Arrow::label).collect(Collectors.joining(", ")));
            }
        }
        if (!missed.isEmpty()) {
            complaints.add(Rule.GATEWAY_UNCOVERED, gateway.node(), gateway.label(), String.join(" ; ", missed));
        }
        if (!doubles.isEmpty()) {
            complaints.add(Rule.GATEWAY_AMBIGUOUS, gateway.node(), gateway.label(), String.join(" ; ", doubles));
        }
        conditions.keySet().stream()
                .filter(arrow -> !taken.contains(arrow.id()))
                .forEach(arrow -> complaints.add(Rule.CONDITION_NEVER, arrow.node(), arrow.label()));
    }

    private Map<String, Set<String>> domains(Map<Arrow, Condition> conditions) {
        var domains = new LinkedHashMap<String, Set<String>>();
        conditions.values().stream().flatMap(Condition::comparisons).forEach(comparison -> {
            var name = comparison.facts().findFirst().orElseThrow();
            var fact = Objects.requireNonNull(facts.get(name));
            var domain = domains.computeIfAbsent(name, none -> new TreeSet<>(values(fact)));
            if (comparison instanceof Condition.Is is) {
                domain.add(is.code());
            }
        });
        return domains;
    }

    private static List<String> values(FactWord fact) {
        if (fact.type() == ValueType.FLAG) {
            return List.of("true", "false");
        }
        return fact.values().isEmpty() ? List.of(OTHER) : fact.values();
    }

    private static List<Map<String, String>> combinations(Map<String, Set<String>> domains) {
        var all = new ArrayList<Map<String, String>>(List.of(Map.of()));
        domains.forEach((fact, values) -> {
            var longer = new ArrayList<Map<String, String>>();
            for (var known : all) {
                for (var value : values) {
                    var one = new LinkedHashMap<>(known);
                    one.put(fact, value);
                    longer.add(one);
                }
            }
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    private static String told(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
