package fr.ruche.review;

import fr.ruche.common.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What no row of a table answers, and what two rows answer at once. */
final class TableGaps {

    private static final int STEPS = 20_000;
    private static final int NAMED = 3;

    private final List<TableColumn> columns;
    /** For each row, the cases that each of its cells takes. */
    private final List<List<BitSet>> rows;

    /** Of all questions about the table together. */
    private int steps;

    TableGaps(List<TableColumn> columns, List<List<Feel>> cells) {
        this.columns = columns;
        this.rows = cells.stream()
                .map(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> columns.get(i).of(row.get(i)))
                        .toList())
                .toList();
    }

    /** Up to three of the cases that no row answers, in words; empty when there are too many to look at. */
    Optional<List<String>> gaps() {
        return uncovered(everything(), all(rows.size()));
    }

    /** Whether the rows above this one leave nothing to it; false when that is too much to look at. */
    boolean neverReached(int row) {
        return uncovered(rows.get(row), all(row)).filter(List::isEmpty).isPresent();
    }

    /** Whether some case is answered by both. */
    boolean overlap(int one, int other) {
        return IntStream.range(0, columns.size())
                .allMatch(i -> rows.get(one).get(i).intersects(rows.get(other).get(i)));
    }

    private List<BitSet> everything() {
        return columns.stream().map(column -> all(column.size())).toList();
    }

    private static BitSet all(int size) {
        var all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    private Optional<List<String>> uncovered(List<BitSet> within, BitSet answering) {
        var gaps = new ArrayList<String>();
        look(0, within, answering, new ArrayList<>(), gaps);
        return steps > STEPS ? Optional.empty() : Optional.of(gaps);
    }

    private void look(int column, List<BitSet> within, BitSet answering, List<String> told, List<String> gaps) {
        if (++steps > STEPS || gaps.size() >= NAMED) {
            return;
        }
        if (answering.isEmpty()) {
            gaps.add(String.join(", ", told));
            return;
        }
        if (column == columns.size() || answering.stream().anyMatch(row -> takesTheRest(row, column, within))) {
            return;
        }
        for (var part : parts(column, within.get(column), answering).entrySet()) {
            var longer = new ArrayList<>(told);
            if (part.getValue().cardinality() < columns.get(column).size()) {
                longer.add(told(column, part.getValue()));
            }
            look(column + 1, within, part.getKey(), longer, gaps);
        }
    }

    private boolean takesTheRest(int row, int column, List<BitSet> within) {
        return IntStream.range(column, columns.size())
                .allMatch(i -> within.get(i).stream().allMatch(rows.get(row).get(i)::get));
    }

    /** The cases of a column, together where the same rows go on answering. */
    private Map<BitSet, BitSet> parts(int column, BitSet within, BitSet answering) {
        var parts = new LinkedHashMap<BitSet, BitSet>();
        within.stream().forEach(one -> {
            var left = new BitSet();
            answering.stream().filter(row -> rows.get(row).get(column).get(one)).forEach(left::set);
            parts.computeIfAbsent(left, none -> new BitSet()).set(one);
        });
        return parts;
    }

    private String told(int column, BitSet cases) {
        var one = columns.get(column);
        var named = cases.stream().limit(NAMED).mapToObj(one::told);
        var rest = cases.cardinality() > NAMED ? Stream.of("…") : Stream.<String>empty();
        return one.label() + " " + Stream.concat(named, rest).collect(Collectors.joining(Sentences.of("compare.or")));
    }
}
