package fr.ruche.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table before and after, laid over each other, so that a page can mark what changed. A row or a column that
 * is gone is still there.
 *
 * @param decision its id
 * @param columns the inputs, then the outputs
 */
public record ComparedTable(String file, String decision, String label, List<Column> columns, List<Row> rows) {

    /** @param kind what became of it; null when it stayed as it was */
    public record Column(String label, boolean output, Difference.@Nullable Kind kind) {}

    /**
     * @param id of the row in the file
     * @param number its place after, counted from 1; 0 when it is gone
     */
    public record Row(String id, int number, Difference.@Nullable Kind kind, List<Cell> cells) {}

    /** @param before the same as {@code after} when the cell has not changed */
    public record Cell(String before, String after) {

        public boolean changed() {
            return !before.equals(after);
        }
    }

    /** Whether anything in it is other than it was. */
    public boolean changed() {
        return columns.stream().anyMatch(column -> column.kind() != null)
                || rows.stream()
                        .anyMatch(row ->
                                row.kind() != null || row.cells().stream().anyMatch(Cell::changed));
    }
}
