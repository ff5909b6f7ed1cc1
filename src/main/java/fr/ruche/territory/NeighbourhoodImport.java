package fr.ruche.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads priority neighbourhoods from a CSV file with a line of headings, all of them or none. */
@Component
public class NeighbourhoodImport {

    static final Set<String> COLUMNS = Set.of("code", "name", "type", "commune", "valid_from", "valid_to");
    /** What a decoder puts in place of bytes that are not UTF-8. */
    private static final char UNDECODED = '\ufffd';

    static final int MOST_LINES = 5000;
    static final int MOST_FAULTS = 50;

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final Territories territories;
    private final NeighbourhoodTables tables;
    private final ApplicationEventPublisher events;

    NeighbourhoodImport(Territories territories, NeighbourhoodTables tables, ApplicationEventPublisher events) {
        this.territories = territories;
        this.tables = tables;
        this.events = events;
    }

    /**
     * Adds the neighbourhoods, and replaces those with the same code in the same commune.
     *
     * @param csv columns {@code code,name,type,commune,valid_from,valid_to} in any order, separated by commas or
     *     semicolons; the last may be empty
     * @return how many lines were read
     * @throws Rejected naming each wrong line; nothing is then changed
     */
    @Transactional
    public int read(String csv) {
        var faults = new ArrayList<Fault>();
        var read = new ArrayList<PriorityNeighbourhood>();
        int line = 1;
        for (var columns : rows(csv)) {
            line++;
            var row = new NeighbourhoodLine(line, columns, territories);
            faults.addAll(row.faults());
            row.neighbourhood().ifPresent(read::add);
            if (faults.size() >= MOST_FAULTS) {
                break;
            }
        }
        Rejected.ifAny(faults);
        read.forEach(tables::put);
        events.publishEvent(new Deed(
                Domain.RULE,
                Sentences.of("deed.neighbourhoods"),
                "NEIGHBOURHOODS_READ",
                Sentences.of("deed.neighbourhoods.read", read.size())));
        return read.size();
    }

    private static List<Map<String, String>> rows(String csv) {
        var text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
        if (text.indexOf(UNDECODED) >= 0) {
            throw Rejected.because("", "CSV", Sentences.of("neighbourhoods.utf8"));
        }
        var heading = text.lines().findFirst().orElse("");
        var schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(heading.contains(";") ? ';' : ',');
        var rows = new ArrayList<Map<String, String>>();
        try (MappingIterator<Map<String, String>> lines =
                CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
            while (lines.hasNext()) {
                rows.add(lines.next());
                tooMany(rows.size());
            }
            checkHeadings((CsvSchema) lines.getParser().getSchema());
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw Rejected.because("ligne " + at, "CSV", Sentences.of("neighbourhoods.line", Integer.toString(at)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return rows;
    }

    private static void tooMany(int lines) {
        if (lines > MOST_LINES) {
            throw Rejected.because("", "CSV", Sentences.of("neighbourhoods.many", Integer.toString(MOST_LINES)));
        }
    }

    private static void checkHeadings(CsvSchema schema) {
        var missing = new TreeSet<>(COLUMNS);
        missing.removeAll(schema.getColumnNames());
        if (!missing.isEmpty()) {
            throw Rejected.because(
                    "ligne 1", "CSV", Sentences.of("neighbourhoods.columns", String.join(", ", missing)));
        }
    }
}
