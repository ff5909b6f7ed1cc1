package fr.ruche.listing;

import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of file in which a list leaves. */
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    Sheet sheet(OutputStream out, List<@Nullable Object> headings) throws IOException {
        return sheet(out, Sentences.of("menu.dossiers"), headings);
    }

    /**
     * A file in which nothing that somebody typed is a formula. @param name of the sheet, where the format has names
     */
    public Sheet sheet(OutputStream out, String name, List<@Nullable Object> headings) throws IOException {
        if (this == XLSX) {
            return new XlsxSheet(out, name, headings);
        }
        var sheet = new CsvSheet(out);
        sheet.row(headings);
        return sheet;
    }
}
