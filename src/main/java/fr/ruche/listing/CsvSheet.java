package fr.ruche.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fr.ruche.common.FrenchDay;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As a French Excel opens it with a double click: UTF-8 with its mark, semicolons, decimal commas. */
final class CsvSheet implements Sheet {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final CsvSchema FRENCH =
            CsvSchema.emptySchema().withColumnSeparator(';').withLineSeparator("\r\n");

    private final SequenceWriter rows;

    CsvSheet(OutputStream out) throws IOException {
        out.write(MARK);
        this.rows = CSV.writer(FRENCH).writeValues(out);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        rows.write(cells.stream().map(CsvSheet::text).toArray(String[]::new));
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof BigDecimal amount) {
            return amount.toPlainString().replace('.', ',');
        }
        if (cell instanceof LocalDate day) {
            return FrenchDay.format(day);
        }
        return cell == null ? "" : Formulas.defused(cell.toString());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
