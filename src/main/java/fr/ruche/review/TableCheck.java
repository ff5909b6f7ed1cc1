package fr.ruche.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One decision table: what it reads and answers is known, its cells can hold, and its rows leave nothing out. */
final class TableCheck {

    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER");

    private final Decision decision;
    private final Map<String, ColumnWord> names;
    private final @Nullable TableWord contract;
    private final FeelTexts feel;
    private final Complaints complaints;

    private TableCheck(
            Decision decision,
            Map<String, ColumnWord> names,
            @Nullable TableWord contract,
            FeelTexts feel,
            Complaints complaints) {
        this.decision = decision;
        this.names = names;
        this.contract = contract;
        this.feel = feel;
        this.complaints = complaints;
    }

    /**
     * @param names that the table may read
     * @param contract what the program expects of it, if the program asks it
     * @param complete whether whoever asks it needs an answer to everything
     */
    static void check(
            Decision decision,
            Map<String, ColumnWord> names,
            Optional<TableWord> contract,
            boolean complete,
            Limits limits,
            FeelTexts feel,
            Complaints complaints) {
        var node = decision.node();
        if (!node.attribute("camunda:historyTimeToLive").matches("P[1-9][0-9]{0,4}D")) {
            complaints.add(Rule.HISTORY, node);
        }
        if (decision.rows().size() > limits.rows()
                || decision.inputs().size() + decision.outputs().size() > limits.columns()) {
            complaints.add(Rule.TOO_MANY, node, limits.rows());
            return;
        }
        new TableCheck(decision, names, contract.orElse(null), feel, complaints).check(complete);
    }

    private void check(boolean complete) {
        var policy = decision.hitPolicy();
        if (!POLICIES.contains(policy) || contract != null && contract.single() != decision.single()) {
            complaints.add(Rule.HIT_POLICY, decision.node(), policy);
        }
        var inputs = decision.inputs().stream().map(this::input).toList();
        var outputs = decision.outputs().stream().map(this::output).toList();
        missing();
        var cells = new ArrayList<List<Feel>>();
        var readable = true;
        for (var row : decision.rows()) {
            var read = row(row, inputs, outputs);
            readable &= read.size() == inputs.size() && !read.contains(UNREAD);
            cells.add(read);
        }
        if (readable && decision.single()) {
            gaps(inputs, cells, complete);
        }
    }

    /** Stands for a cell that could not be read. */
    private static final Feel UNREAD = new Feel.Forbidden("", List.of());

    private Types.Domain input(Node input) {
        var read = input.first("dmn:inputExpression");
        var text = read == null ? "" : read.textOf("dmn:text");
        var typeRef = read == null ? "" : read.attribute("typeRef");
        var expression = feel.expression(input.id(), input.line(), text);
        expression.ifPresent(one -> feel.names(input.id(), input.line(), one, names.keySet()));
        var found = expression.map(one -> Types.of(one, names)).orElse(Types.Domain.ANY);
        return narrowed(input, declared(input, typeRef, found), "dmn:inputValues");
    }

    /** What is declared has to be what is read; where the code does not say, the table does. */
    private Types.Domain declared(Node column, String typeRef, Types.Domain found) {
        var declared = Types.Domain.of(Types.declared(typeRef), List.of());
        if (!Types.known(typeRef) || !declared.takes(found)) {
            complaints.add(Rule.COLUMN_TYPE, column, label(column), typeRef);
        }
        return found.type() == ValueType.ANY ? declared : found;
    }

    /** The values that the table lists for a column, where nothing else says which there are. */
    private Types.Domain narrowed(Node column, Types.Domain domain, String list) {
        var listed = column.first(list);
        if (listed == null || listed.textOf("dmn:text").isEmpty()) {
            return domain;
        }
        var values = feel.tests(column.id(), column.line(), listed.textOf("dmn:text")).stream()
                .flatMap(Feel::everything)
                .filter(Feel.Text.class::isInstance)
                .map(text -> ((Feel.Text) text).value())
                .toList();
        values.stream()
                .filter(value -> domain.closed() && !domain.values().contains(value))
                .forEach(value -> complaints.add(
                        Rule.CELL_VALUE, column, label(column), value, Near.hint(value, domain.values())));
        return domain.closed() || domain.type() == ValueType.FLAG || values.isEmpty()
                ? domain
                : Types.Domain.of(ValueType.CODE, values);
    }

    private Types.Domain output(Node output) {
        var name = output.attribute("name");
        var typeRef = output.attribute("typeRef");
        var expected = expected(name);
        if (name.isBlank() || contract != null && expected == null) {
            var known = contract == null ? List.<String>of() : columns(contract.outputs());
            complaints.add(Rule.OUTPUT_UNKNOWN, output, name, Near.hint(name, known));
        }
        var domain = expected == null ? Types.Domain.ANY : Types.Domain.of(expected.type(), expected.values());
        return narrowed(output, declared(output, typeRef, domain), "dmn:outputValues");
    }

    private @Nullable ColumnWord expected(String output) {
        return contract == null
                ? null
                : contract.outputs().stream()
                        .filter(column -> column.name().equals(output))
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> columns(Collection<ColumnWord> columns) {
        return columns.stream().map(ColumnWord::name).toList();
    }

    private void missing() {
        var given = decision.outputs().stream()
                .map(output -> output.attribute("name"))
                .toList();
        if (contract != null) {
            columns(contract.outputs()).stream()
                    .filter(name -> !given.contains(name))
                    .forEach(name -> complaints.add(Rule.OUTPUT_MISSING, decision.node(), name));
        }
        if (given.isEmpty() || decision.rows().isEmpty()) {
            complaints.add(Rule.TABLE_KIND, decision.node(), decision.label());
        }
    }

    private List<Feel> row(Node row, List<Types.Domain> inputs, List<Types.Domain> outputs) {
        var in = row.all("dmn:inputEntry").toList();
        var out = row.all("dmn:outputEntry").toList();
        if (in.size() != inputs.size() || out.size() != outputs.size()) {
            complaints.add(Rule.CELL_COUNT, row, row.id());
            return List.of();
        }
        for (var i = 0; i < out.size(); i++) {
            answer(out.get(i), decision.outputs().get(i), outputs.get(i));
        }
        var cells = new ArrayList<Feel>();
        for (var i = 0; i < in.size(); i++) {
            cells.add(cell(in.get(i), decision.inputs().get(i), inputs.get(i)));
        }
        return cells;
    }

    private Feel cell(Node entry, Node column, Types.Domain domain) {
        var read = feel.tests(entry.place(), entry.line(), entry.textOf("dmn:text"));
        if (read.isEmpty()) {
            return UNREAD;
        }
        feel.names(entry.place(), entry.line(), read.get(), names.keySet());
        compared(read.get()).forEach(value -> {
            var given = Types.of(value, names);
            if (!domain.takes(given)) {
                complaints.add(Rule.CELL_TYPE, entry, label(column), entry.textOf("dmn:text"));
            } else if (value instanceof Feel.Text text
                    && domain.closed()
                    && !domain.values().contains(text.value())) {
                complaints.add(
                        Rule.CELL_VALUE, entry, label(column), text.value(), Near.hint(text.value(), domain.values()));
            }
        });
        return read.get();
    }

    /** What the cell compares the column with; several values for a list. */
    private static Stream<Feel> compared(Feel cell) {
        if (cell instanceof Feel.Test test) {
            return Stream.of(test.value());
        }
        if (cell instanceof Feel.Range range) {
            return Stream.of(range.from(), range.to());
        }
        return cell instanceof Feel.OneOf || cell instanceof Feel.None
                ? cell.parts().stream().flatMap(TableCheck::compared)
                : Stream.empty();
    }

    private void answer(Node entry, Node column, Types.Domain domain) {
        var text = entry.textOf("dmn:text");
        if (text.isEmpty()) {
            complaints.add(Rule.OUTPUT_VALUE, entry, label(column), text, String.join(", ", domain.values()));
            return;
        }
        var read = feel.expression(entry.place(), entry.line(), text);
        if (read.isEmpty()) {
            return;
        }
        feel.names(entry.place(), entry.line(), read.get(), names.keySet());
        var given = Types.of(read.get(), names);
        if (!domain.takes(given)
                || domain.closed() && !(given.closed() && domain.values().containsAll(given.values()))) {
            complaints.add(Rule.OUTPUT_VALUE, entry, label(column), text, String.join(", ", domain.values()));
        }
    }

    private static String label(Node column) {
        return Stream.of(column.attribute("label"), column.attribute("name"), column.id())
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse("");
    }

    private void gaps(List<Types.Domain> inputs, List<List<Feel>> cells, boolean complete) {
        var columns = new ArrayList<TableColumn>();
        for (var i = 0; i < inputs.size(); i++) {
            var number = i;
            var tests = cells.stream().map(row -> row.get(number)).toList();
            columns.add(TableColumn.of(label(decision.inputs().get(i)), inputs.get(i), tests));
        }
        if (columns.stream().anyMatch(column -> column.size() == 0)) {
            complaints.add(Rule.TABLE_TOO_WIDE, decision.node(), decision.label());
            return;
        }
        var gaps = new TableGaps(columns, cells);
        gaps.gaps()
                .ifPresentOrElse(
                        found -> told(found, complete),
                        () -> complaints.add(Rule.TABLE_TOO_WIDE, decision.node(), decision.label()));
        if (decision.hitPolicy().equals("FIRST")) {
            hidden(gaps);
        } else {
            overlaps(gaps);
        }
    }

    private void told(List<String> gaps, boolean complete) {
        if (!gaps.isEmpty()) {
            complaints.add(
                    complete ? Rule.TABLE_INCOMPLETE : Rule.TABLE_GAP,
                    decision.node(),
                    decision.label(),
                    String.join(" ; ", gaps));
        }
    }

    private void hidden(TableGaps gaps) {
        var rows = decision.rows();
        for (var i = 1; i < rows.size(); i++) {
            if (gaps.neverReached(i)) {
                complaints.add(Rule.ROW_NEVER_REACHED, rows.get(i), i + 1);
            }
        }
    }

    private void overlaps(TableGaps gaps) {
        var rows = decision.rows();
        for (var i = 0; i < rows.size(); i++) {
            for (var j = 0; j < i; j++) {
                var same = decision.hitPolicy().equals("ANY")
                        && Objects.equals(answers(rows.get(i)), answers(rows.get(j)));
                if (!same && gaps.overlap(i, j)) {
                    complaints.add(Rule.TABLE_OVERLAP, rows.get(i), j + 1, i + 1);
                }
            }
        }
    }

    private static List<String> answers(Node row) {
        return row.all("dmn:outputEntry").map(entry -> entry.textOf("dmn:text")).toList();
    }
}
