package fr.ruche.desk.web;

import fr.ruche.page.Typed;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of fields that occur several times, without those in which nothing was typed. */
final class TypedRows {

    private TypedRows() {}

    static List<Row> of(Typed typed, List<String> fields) {
        var columns = fields.stream().map(typed::values).toList();
        var longest = columns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .mapToObj(at -> new Row(
                        at,
                        columns.stream()
                                .map(column ->
                                        at < column.size() ? column.get(at).strip() : "")
                                .toList()))
                .filter(row -> row.values().stream().anyMatch(value -> !value.isEmpty()))
                .toList();
    }

    /** @param at where the row stands on the page, from 0 */
    record Row(int at, List<String> values) {

        public String value(int column) {
            return values.get(column);
        }
    }
}
