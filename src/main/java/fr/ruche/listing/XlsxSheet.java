package fr.ruche.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook in which amounts are numbers, days are dates and texts are texts, whatever they begin with. */
final class XlsxSheet implements Sheet {

    /** What a sheet can hold, the headings included. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int FLUSHED = 500;
    private static final int WIDTH = 22;

    private final String name;
    private final List<@Nullable Object> headings;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxSheet(OutputStream out, String name, List<@Nullable Object> headings) throws IOException {
        this.name = name;
        this.headings = headings;
        this.book = new Workbook(out, "Ruche", null);
        this.sheet = begin(name);
    }

    private Worksheet begin(String title) throws IOException {
        var begun = book.newWorksheet(title);
        for (var column = 0; column < headings.size(); column++) {
            begun.width(column, WIDTH);
            begun.inlineString(0, column, String.valueOf(headings.get(column)));
            begun.style(0, column).bold().set();
        }
        begun.freezePane(0, 1);
        row = 1;
        return begun;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheets++;
            sheet = begin(name + " " + sheets);
        }
        for (var column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object cell) {
        if (cell instanceof BigDecimal amount) {
            sheet.value(row, column, amount);
            sheet.style(row, column).format("#,##0.00").set();
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (cell != null) {
            sheet.inlineString(row, column, cell.toString());
            if (Formulas.suspects(cell.toString())) {
                sheet.style(row, column).format("@").set(); // stays a text when somebody edits the cell
            }
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
