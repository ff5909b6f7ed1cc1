package fr.ruche.review;

import fr.ruche.common.Sentences;
import fr.ruche.review.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of one file before and after: policies, columns, rows, cells. */
final class TableDifferences {

    /** With these the first row decides, or the rows are told in their order. */
    private static final Set<String> ORDERED = Set.of("FIRST", "RULE ORDER");

    private final String file;
    private final Map<String, Decision> before;
    private final Map<String, Decision> after;
    private final List<Difference> found = new ArrayList<>();

    TableDifferences(String file, Tables before, Tables after) {
        this.file = file;
        this.before = before.decisions();
        this.after = after.decisions();
    }

    List<Difference> all() {
        after.forEach((id, now) -> {
            var old = before.get(id);
            if (old == null) {
                add(id, Kind.ADDED, Sentences.of("compare.table.added", now.label()));
            } else {
                new Laid(old, now).tell();
            }
        });
        before.forEach((id, old) -> {
            if (!after.containsKey(id)) {
                add(id, Kind.REMOVED, Sentences.of("compare.table.removed", old.label()));
            }
        });
        return found;
    }

    List<ComparedTable> laidOver() {
        return after.values().stream()
                .filter(now -> before.containsKey(now.id()))
                .map(now -> new Laid(before.getOrDefault(now.id(), now), now).table())
                .toList();
    }

    private void add(String element, Kind kind, String sentence) {
        found.add(Difference.of(file, element, kind, sentence));
    }

    private static String text(Node cell) {
        return cell.textOf("dmn:text");
    }

    /** A column that is in one of them or in both. */
    private record Column(@Nullable Node before, @Nullable Node after, int was, int is, boolean output) {

        Node any() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        String label() {
            var node = any();
            return List.of(node.attribute("label"), node.attribute("name"), expression(node), node.id()).stream()
                    .filter(one -> !one.isBlank())
                    .findFirst()
                    .orElse("");
        }

        @Nullable Kind kind() {
            return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : null;
        }
    }

    private static String expression(Node input) {
        var expression = input.first("dmn:inputExpression");
        return expression == null ? "" : text(expression);
    }

    private static String type(Node column) {
        var expression = column.first("dmn:inputExpression");
        return (expression == null ? column : expression).attribute("typeRef");
    }

    /** One table over the other. */
    private final class Laid {

        private final Decision before;
        private final Decision after;
        private final List<Column> columns = new ArrayList<>();
        private final Map<Node, Node> rows = new LinkedHashMap<>(); // from those after to those before

        private Laid(Decision before, Decision after) {
            this.before = before;
            this.after = after;
            columns(before.inputs(), after.inputs(), false);
            columns(before.outputs(), after.outputs(), true);
            match();
        }

        private void columns(List<Node> old, List<Node> now, boolean output) {
            var free = new ArrayList<>(old);
            for (var is = 0; is < now.size(); is++) {
                var column = now.get(is);
                var same = first(free, other -> other.id(), column.id());
                if (same == null) {
                    same = output
                            ? first(free, other -> other.attribute("name"), column.attribute("name"))
                            : first(free, TableDifferences::expression, expression(column));
                }
                free.remove(same);
                columns.add(new Column(same, column, same == null ? -1 : old.indexOf(same), is, output));
            }
            free.forEach(gone -> columns.add(new Column(gone, null, old.indexOf(gone), -1, output)));
        }

        private static @Nullable Node first(List<Node> free, Function<Node, String> by, String value) {
            return value.isBlank()
                    ? null
                    : free.stream()
                            .filter(one -> by.apply(one).equals(value))
                            .findFirst()
                            .orElse(null);
        }

        /** Rows go by their id; one that came back under another id and says the same is the same. */
        private void match() {
            var free = new ArrayList<>(before.rows());
            after.rows().forEach(row -> take(row, free, first(free, Node::id, row.id())));
            after.rows().stream()
                    .filter(row -> !rows.containsKey(row))
                    .forEach(row -> take(row, free, first(free, this::said, said(row))));
        }

        private void take(Node row, List<Node> free, @Nullable Node same) {
            if (same != null) {
                rows.put(row, same);
                free.remove(same);
            }
        }

        private String said(Node row) {
            return row.children().stream()
                    .filter(cell -> cell.local().endsWith("Entry"))
                    .map(TableDifferences::text)
                    .collect(Collectors.joining("|"));
        }

        private void tell() {
            heading();
            columns.forEach(this::column);
            order();
            for (var row : after.rows()) {
                var old = rows.get(row);
                if (old == null) {
                    add(
                            row.id(),
                            Kind.ADDED,
                            Sentences.of("compare.row.added", after.label(), rowName(row), sense(row, after)));
                } else {
                    row(old, row);
                }
            }
            var kept = new HashSet<>(rows.values());
            before.rows().stream()
                    .filter(row -> !kept.contains(row))
                    .forEach(row -> add(
                            row.id(),
                            Kind.REMOVED,
                            Sentences.of("compare.row.removed", before.label(), rowName(row), sense(row, before))));
        }

        private void heading() {
            facet(
                    after.id(),
                    "compare.table.name",
                    before.node().attribute("name"),
                    after.node().attribute("name"));
            facet(
                    after.id(),
                    "compare.table.description",
                    words(before.node().textOf("dmn:description")),
                    words(after.node().textOf("dmn:description")));
            facet(after.id(), "compare.table.policy", policy(before), policy(after));
            facet(after.id(), "compare.table.requires", requires(before), requires(after));
        }

        private static String policy(Decision decision) {
            return (decision.hitPolicy() + " " + decision.table().attribute("aggregation")).strip();
        }

        private static String requires(Decision decision) {
            return String.join(", ", new TreeSet<>(decision.requires()));
        }

        private static String words(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }

        private void facet(String element, String key, String was, String is) {
            if (!was.equals(is)) {
                var label = Sentences.of("compare.table", after.label());
                var sentence = FacetWords.changed(label, Sentences.of(key), was, is);
                found.add(new Difference(file, element, Kind.CHANGED, sentence, was, is));
            }
        }

        private void column(Column column) {
            var kind = column.kind();
            var id = column.any().id();
            if (kind != null) {
                var key = (column.output() ? "compare.output." : "compare.input.")
                        + (kind == Kind.ADDED ? "added" : "removed");
                add(id, kind, Sentences.of(key, after.label(), column.label()));
                return;
            }
            var was = Objects.requireNonNull(column.before());
            var is = Objects.requireNonNull(column.after());
            var label = Sentences.of("compare.column", after.label(), column.label());
            said(id, label, "compare.column.label", was.attribute("label"), is.attribute("label"));
            said(id, label, "compare.column.name", was.attribute("name"), is.attribute("name"));
            said(id, label, "compare.column.expression", expression(was), expression(is));
            said(id, label, "compare.column.type", type(was), type(is));
        }

        private void said(String id, String label, String facet, String was, String is) {
            if (!was.equals(is)) {
                found.add(new Difference(
                        file, id, Kind.CHANGED, FacetWords.changed(label, Sentences.of(facet), was, is), was, is));
            }
        }

        private void order() {
            var old = before.rows();
            var now = after.rows();
            moved().forEach(row -> add(
                    row.id(),
                    Kind.MOVED,
                    Sentences.of(
                            ORDERED.contains(after.hitPolicy()) ? "compare.row.moved.counts" : "compare.row.moved",
                            after.label(),
                            rowName(row),
                            String.valueOf(old.indexOf(rows.get(row)) + 1),
                            String.valueOf(now.indexOf(row) + 1))));
        }

        private List<Node> moved() {
            var names = new HashMap<Node, String>();
            before.rows().forEach(row -> names.put(row, String.valueOf(names.size())));
            var was = before.rows().stream()
                    .map(row -> names.getOrDefault(row, ""))
                    .toList();
            var is = after.rows().stream()
                    .filter(rows::containsKey)
                    .map(row -> names.getOrDefault(rows.get(row), ""))
                    .toList();
            var moved = Order.moved(was, is);
            return after.rows().stream()
                    .filter(row -> rows.containsKey(row) && moved.contains(names.getOrDefault(rows.get(row), "")))
                    .toList();
        }

        private void row(Node old, Node now) {
            for (var column : columns) {
                if (column.kind() == null) {
                    var was = cell(old, column.was(), column.output());
                    var is = cell(now, column.is(), column.output());
                    if (!shown(was).equals(shown(is))) {
                        found.add(new Difference(
                                file,
                                is == null ? now.id() : is.id(),
                                Kind.CHANGED,
                                Sentences.of(
                                        "compare.cell",
                                        after.label(),
                                        rowName(now),
                                        column.label(),
                                        shown(was),
                                        shown(is)),
                                shown(was),
                                shown(is)));
                    }
                }
            }
            said(
                    now.id(),
                    Sentences.of("compare.row", after.label(), rowName(now)),
                    "compare.row.description",
                    words(old.textOf("dmn:description")),
                    words(now.textOf("dmn:description")));
        }

        private static @Nullable Node cell(Node row, int at, boolean output) {
            var cells = row.all(output ? "dmn:outputEntry" : "dmn:inputEntry").toList();
            return at >= 0 && at < cells.size() ? cells.get(at) : null;
        }

        private static String shown(@Nullable Node cell) {
            var text = cell == null ? "" : text(cell);
            return text.isBlank() || text.equals("-") ? Sentences.of("compare.cell.any") : text;
        }

        /** Its number in its own table, and its name. */
        private String rowName(Node row) {
            var at = after.rows().indexOf(row);
            var number = String.valueOf((at < 0 ? before.rows().indexOf(row) : at) + 1);
            return row.id().isEmpty()
                    ? Sentences.of("compare.row.number", number)
                    : Sentences.of("compare.row.numbered", number, row.id());
        }

        /** « Échelle = "REGIONALE" → Jury = "JURY_REGIONAL" ». */
        private String sense(Node row, Decision of) {
            return Sentences.of("compare.row.sense", side(row, of, false), side(row, of, true));
        }

        private String side(Node row, Decision of, boolean output) {
            var said = columns.stream()
                    .filter(column -> column.output() == output)
                    .map(column -> part(column.label(), cell(row, of == after ? column.is() : column.was(), output)))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            return said.isEmpty() ? Sentences.of("compare.row.always") : said;
        }

        private static String part(String label, @Nullable Node cell) {
            var text = cell == null ? "" : text(cell);
            return text.isBlank() ? "" : Sentences.of("compare.row.part", label, text);
        }

        private ComparedTable table() {
            var moved = new HashSet<>(moved());
            var laid = new ArrayList<ComparedTable.Row>();
            var number = 0;
            for (var row : after.rows()) {
                number++;
                var old = rows.get(row);
                laid.add(new ComparedTable.Row(
                        row.id(),
                        number,
                        old == null ? Kind.ADDED : moved.contains(row) ? Kind.MOVED : null,
                        cells(old, row)));
            }
            var kept = new HashSet<>(rows.values());
            before.rows().stream()
                    .filter(row -> !kept.contains(row))
                    .forEach(row -> laid.add(new ComparedTable.Row(row.id(), 0, Kind.REMOVED, cells(row, null))));
            return new ComparedTable(
                    file,
                    after.id(),
                    after.label(),
                    columns.stream()
                            .map(column -> new ComparedTable.Column(column.label(), column.output(), column.kind()))
                            .toList(),
                    laid);
        }

        private List<ComparedTable.Cell> cells(@Nullable Node old, @Nullable Node now) {
            return columns.stream()
                    .map(column -> {
                        var was = old == null ? "" : shown(cell(old, column.was(), column.output()));
                        var is = now == null ? "" : shown(cell(now, column.is(), column.output()));
                        return old == null || now == null || column.kind() != null
                                ? new ComparedTable.Cell(now == null ? was : is, now == null ? was : is)
                                : new ComparedTable.Cell(was, is);
                    })
                    .toList();
        }
    }
}
