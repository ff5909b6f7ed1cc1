package fr.ruche.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, cut where its cells cut it: values that no cell tells apart are one case. What a cell compares
 * with a fact is a cut of its own, below, at and above it.
 */
final class TableColumn {

    private static final String OTHER = "…";
    private static final int MANY = 500;

    private final String label;
    private final List<Case> cases;

    /** @param value of the column itself @param beside how it compares with each fact: -1, 0 or 1 */
    private record Case(@Nullable Object value, String told, Map<Feel, Integer> beside) {}

    private TableColumn(String label, List<Case> cases) {
        this.label = label;
        this.cases = cases;
    }

    /** Empty cases when there would be too many of them. */
    static TableColumn of(String label, Types.Domain domain, List<Feel> cells) {
        var column = values(domain, cells);
        var facts = new LinkedHashMap<Feel, Boolean>(); // whether it is more than equal or not
        cells.stream().flatMap(TableColumn::tests).forEach(test -> {
            if (test instanceof Feel.Test one) {
                compared(one.value(), !one.sign().equals("="), facts);
            } else if (test instanceof Feel.Range range) {
                compared(range.from(), true, facts);
                compared(range.to(), true, facts);
            } else if (!(test instanceof Feel.Anything)) {
                facts.put(test, false);
            }
        });
        var cases = column;
        for (var fact : facts.entrySet()) {
            cases = cut(cases, fact.getKey(), fact.getValue());
            if (cases.size() > MANY) {
                return new TableColumn(label, List.of());
            }
        }
        return new TableColumn(label, cases);
    }

    private static void compared(Feel with, boolean ordered, Map<Feel, Boolean> facts) {
        if (literal(with) == null) {
            facts.merge(with, ordered, Boolean::logicalOr);
        }
    }

    /** The tests of a cell, one by one. */
    private static Stream<Feel> tests(Feel cell) {
        return cell instanceof Feel.OneOf || cell instanceof Feel.None
                ? cell.parts().stream().flatMap(TableColumn::tests)
                : Stream.of(cell);
    }

    private static List<Case> cut(List<Case> cases, Feel fact, boolean ordered) {
        var cut = new ArrayList<Case>();
        for (var one : cases) {
            for (var side : ordered ? List.of(-1, 0, 1) : List.of(0, 1)) {
                var beside = new LinkedHashMap<>(one.beside());
                beside.put(fact, side);
                var sign = side == 0 ? "=" : !ordered ? "!=" : side < 0 ? "<" : ">";
                cut.add(new Case(one.value(), one.told() + " " + sign + " " + told(fact), beside));
            }
        }
        return cut;
    }

    private static String told(Feel fact) {
        return fact instanceof Feel.Name name ? name.name() : OTHER;
    }

    private static List<Case> values(Types.Domain domain, List<Feel> cells) {
        var literals = new LinkedHashSet<Object>();
        cells.stream().flatMap(Feel::everything).forEach(part -> {
            var value = literal(part);
            if (value != null) {
                literals.add(value);
            }
        });
        if (domain.type() == ValueType.FLAG) {
            return List.of(exactly(true), exactly(false));
        }
        if (domain.closed()) {
            return domain.values().stream().map(TableColumn::exactly).toList();
        }
        return ordered(literals, BigDecimal.class)
                ? points(new TreeSet<>(literals))
                : ordered(literals, Day.class) ? points(new TreeSet<>(literals)) : named(literals);
    }

    private static boolean ordered(Set<Object> literals, Class<?> type) {
        return !literals.isEmpty() && literals.stream().allMatch(type::isInstance);
    }

    /** Below, at, between and above the values that the cells name. */
    private static List<Case> points(TreeSet<Object> literals) {
        var cases = new ArrayList<Case>();
        Object last = null;
        for (var literal : literals) {
            cases.add(new Case(
                    new Between(last, literal),
                    last == null ? "< " + literal : "]" + last + " ; " + literal + "[",
                    Map.of()));
            cases.add(exactly(literal));
            last = literal;
        }
        cases.add(new Case(new Between(last, null), "> " + last, Map.of()));
        return cases;
    }

    private static List<Case> named(Set<Object> literals) {
        var cases = new ArrayList<Case>();
        literals.forEach(literal -> cases.add(exactly(literal)));
        cases.add(new Case(null, literals.isEmpty() ? "" : OTHER, Map.of()));
        return cases;
    }

    private static Case exactly(Object value) {
        return new Case(value, "= " + value, Map.of());
    }

    /** All values between two others, these left out. */
    private record Between(@Nullable Object after, @Nullable Object before) {}

    private record Day(String order) implements Comparable<Day> {

        @Override
        public int compareTo(Day other) {
            return order.compareTo(other.order);
        }

        @Override
        public String toString() {
            return order;
        }
    }

    /** The value of a constant; null for anything that is evaluated. */
    private static @Nullable Object literal(Feel feel) {
        if (feel instanceof Feel.Text text) {
            return text.value();
        }
        if (feel instanceof Feel.Numeric number) {
            return number.value().stripTrailingZeros();
        }
        if (feel instanceof Feel.Flag flag) {
            return flag.value();
        }
        return feel instanceof Feel.Moment moment && !moment.order().isEmpty() ? new Day(moment.order()) : null;
    }

    String label() {
        return label;
    }

    int size() {
        return cases.size();
    }

    String told(int number) {
        return cases.get(number).told();
    }

    /** The cases that a cell takes. */
    BitSet of(Feel cell) {
        var taken = new BitSet(cases.size());
        for (var i = 0; i < cases.size(); i++) {
            taken.set(i, takes(cell, cases.get(i)));
        }
        return taken;
    }

    private static boolean takes(Feel cell, Case one) {
        if (cell instanceof Feel.OneOf oneOf) {
            return oneOf.tests().stream().anyMatch(test -> takes(test, one));
        }
        if (cell instanceof Feel.None none) {
            return !takes(none.test(), one);
        }
        if (cell instanceof Feel.Range range) {
            return holds(range.fromIncluded() ? ">=" : ">", range.from(), one)
                    && holds(range.toIncluded() ? "<=" : "<", range.to(), one);
        }
        if (cell instanceof Feel.Test test) {
            return holds(test.sign(), test.value(), one);
        }
        return cell instanceof Feel.Anything || Objects.equals(one.beside().get(cell), 0);
    }

    private static boolean holds(String sign, Feel with, Case one) {
        var side = one.beside().get(with);
        if (side == null) {
            var literal = literal(with);
            side = literal == null ? null : compare(one.value(), literal);
        }
        return side != null && sign(sign).test(side);
    }

    private static Predicate<Integer> sign(String sign) {
        return switch (sign) {
            case "<" -> side -> side < 0;
            case "<=" -> side -> side <= 0;
            case ">" -> side -> side > 0;
            case ">=" -> side -> side >= 0;
            default -> side -> side == 0;
        };
    }

    /** Null when the two cannot be compared: then no test holds. */
    @SuppressWarnings("unchecked")
    private static @Nullable Integer compare(@Nullable Object value, Object literal) {
        if (value instanceof Between between) {
            var after = between.after();
            return after != null && order(after, literal) >= 0 ? 1 : -1;
        }
        if (value == null || value.getClass() != literal.getClass()) {
            return value == null ? 2 : null; // another text than all that are named
        }
        return ((Comparable<Object>) value).compareTo(literal);
    }

    @SuppressWarnings("unchecked")
    private static int order(Object one, Object other) {
        return one.getClass() == other.getClass() ? ((Comparable<Object>) one).compareTo(other) : -1;
    }
}
