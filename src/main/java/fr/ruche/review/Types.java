package fr.ruche.review;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values a piece of FEEL can have, as far as that can be told without evaluating it. */
final class Types {

    private static final Map<String, ValueType> DECLARED = Map.of(
            "string", ValueType.TEXT,
            "boolean", ValueType.FLAG,
            "integer", ValueType.NUMBER,
            "long", ValueType.NUMBER,
            "double", ValueType.NUMBER,
            "number", ValueType.NUMBER,
            "date", ValueType.MOMENT);
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=", "and", "or", "in");

    /**
     * The functions that a model may call, and what they answer: those that end at once, say the same to the same
     * question, and read no pattern.
     */
    private static final Map<String, ValueType> FUNCTIONS = Map.ofEntries(
            Map.entry("not", ValueType.FLAG),
            Map.entry("list contains", ValueType.FLAG),
            Map.entry("contains", ValueType.FLAG),
            Map.entry("starts with", ValueType.FLAG),
            Map.entry("ends with", ValueType.FLAG),
            Map.entry("is empty", ValueType.FLAG),
            Map.entry("count", ValueType.NUMBER),
            Map.entry("sum", ValueType.NUMBER),
            Map.entry("min", ValueType.ANY),
            Map.entry("max", ValueType.ANY),
            Map.entry("abs", ValueType.NUMBER),
            Map.entry("floor", ValueType.NUMBER),
            Map.entry("ceiling", ValueType.NUMBER),
            Map.entry("round half up", ValueType.NUMBER),
            Map.entry("round up", ValueType.NUMBER),
            Map.entry("round down", ValueType.NUMBER),
            Map.entry("number", ValueType.NUMBER),
            Map.entry("string length", ValueType.NUMBER),
            Map.entry("string", ValueType.TEXT),
            Map.entry("upper case", ValueType.TEXT),
            Map.entry("lower case", ValueType.TEXT),
            Map.entry("date", ValueType.MOMENT),
            Map.entry("date and time", ValueType.MOMENT),
            Map.entry("time", ValueType.MOMENT),
            Map.entry("duration", ValueType.ANY));

    private Types() {}

    /** @param values the only values, when they are known; empty otherwise */
    record Domain(ValueType type, Set<String> values) {

        static final Domain ANY = of(ValueType.ANY, List.of());

        static Domain of(ValueType type, Collection<String> values) {
            return new Domain(type, new LinkedHashSet<>(values));
        }

        /** Whether a value of the other may stand where this is expected. */
        boolean takes(Domain other) {
            return type == ValueType.ANY
                    || other.type == ValueType.ANY
                    || type == other.type
                    || isWords() && other.isWords();
        }

        boolean isWords() {
            return type == ValueType.CODE || type == ValueType.TEXT;
        }

        boolean closed() {
            return !values.isEmpty();
        }
    }

    static boolean mayCall(String function) {
        return FUNCTIONS.containsKey(function);
    }

    /** What a {@code typeRef} means; anything when there is none. */
    static ValueType declared(String typeRef) {
        return DECLARED.getOrDefault(typeRef, ValueType.ANY);
    }

    static boolean known(String typeRef) {
        return typeRef.isEmpty() || DECLARED.containsKey(typeRef);
    }

    /** @param names what the names that may be read hold */
    static Domain of(Feel feel, Map<String, ColumnWord> names) {
        if (feel instanceof Feel.Name name) {
            return of(names.get(name.name()));
        }
        if (feel instanceof Feel.Text text) {
            return Domain.of(ValueType.CODE, List.of(text.value()));
        }
        if (feel instanceof Feel.Choice choice) {
            return both(choice.then(), choice.otherwise(), names);
        }
        if (feel instanceof Feel.Operation operation) {
            return result(operation, names);
        }
        return Domain.of(simple(feel), List.of());
    }

    private static Domain of(@Nullable ColumnWord column) {
        return column == null ? Domain.ANY : Domain.of(column.type(), column.values());
    }

    private static ValueType simple(Feel feel) {
        if (feel instanceof Feel.Numeric) {
            return ValueType.NUMBER;
        }
        if (feel instanceof Feel.Flag) {
            return ValueType.FLAG;
        }
        if (feel instanceof Feel.Moment) {
            return ValueType.MOMENT;
        }
        if (feel instanceof Feel.Items) {
            return ValueType.LIST;
        }
        return feel instanceof Feel.Call call ? FUNCTIONS.getOrDefault(call.function(), ValueType.ANY) : ValueType.ANY;
    }

    private static Domain result(Feel.Operation operation, Map<String, ColumnWord> names) {
        if (COMPARISONS.contains(operation.sign())) {
            return Domain.of(ValueType.FLAG, List.of());
        }
        var types =
                operation.operands().stream().map(operand -> of(operand, names)).toList();
        if (types.stream().anyMatch(Domain::isWords)) {
            return Domain.of(ValueType.TEXT, List.of());
        }
        return types.stream().allMatch(type -> type.type() == ValueType.NUMBER)
                ? Domain.of(ValueType.NUMBER, List.of())
                : Domain.ANY;
    }

    private static Domain both(Feel then, Feel otherwise, Map<String, ColumnWord> names) {
        if (then instanceof Feel.Nothing) {
            return of(otherwise, names);
        }
        var one = of(then, names);
        if (otherwise instanceof Feel.Nothing) {
            return one;
        }
        var other = of(otherwise, names);
        if (!one.takes(other) || one.type() == ValueType.ANY) {
            return Domain.ANY;
        }
        if (!one.closed() || !other.closed()) {
            return Domain.of(one.isWords() ? ValueType.TEXT : one.type(), List.of());
        }
        var all = new LinkedHashSet<>(one.values());
        all.addAll(other.values());
        return Domain.of(one.type(), all);
    }
}
