package fr.ruche.listing;

import fr.ruche.common.Conflict;
import fr.ruche.common.Sentences;
import fr.ruche.dossier.DossierSummary;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lists as files. A row leaves as soon as it is read, so that a file of any length takes the same memory. */
@Service
public class DossierExports {

    /** Each holds a connection to the database as long as its reader is slow; the others are for work. */
    private static final int AT_ONCE = 3;

    private final Dossiers dossiers;
    private final ListCells cells;
    private final ExportTraces traces;
    private final Semaphore free = new Semaphore(AT_ONCE);

    DossierExports(Dossiers dossiers, ListCells cells, ExportTraces traces) {
        this.dossiers = dossiers;
        this.cells = cells;
        this.traces = traces;
    }

    /** Where the file goes; opened once it is sure that there will be one. */
    public interface Door {

        OutputStream open() throws IOException;
    }

    /**
     * The dossiers of the list that this person may see, with the number, the title and these columns. Leaves a trace.
     *
     * @throws Conflict when too many files are leaving at once
     */
    public void write(Listing listing, List<DossierColumn> chosen, ExportFormat format, Actor by, Door door)
            throws IOException {
        if (!free.tryAcquire()) {
            throw new Conflict(Sentences.of("export.busy"));
        }
        try {
            leave(listing, DossierColumn.withThoseOfEveryList(chosen), format, by, door);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            free.release();
        }
    }

    private void leave(Listing listing, List<DossierColumn> columns, ExportFormat format, Actor by, Door door)
            throws IOException {
        var rows = new AtomicLong();
        var complete = false;
        var trace = traces.begin(by, listing, columns, format);
        try {
            var headings =
                    columns.stream().<@Nullable Object>map(DossierColumn::label).toList();
            var sheet = format.sheet(door.open(), headings);
            var names = cells.names();
            dossiers.each(listing.filter(), by, listing.sort(), dossier -> {
                write(sheet, columns, dossier, names);
                rows.incrementAndGet();
            });
            sheet.close();
            complete = true;
        } finally {
            traces.end(trace, rows.get(), complete);
        }
    }

    private static void write(Sheet sheet, List<DossierColumn> columns, DossierSummary dossier, PlaceNames names) {
        var cells = new ArrayList<@Nullable Object>();
        columns.forEach(column -> cells.add(column.value(dossier, names)));
        try {
            sheet.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
