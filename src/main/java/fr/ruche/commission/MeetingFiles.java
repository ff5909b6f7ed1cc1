package fr.ruche.commission;

import fr.ruche.common.Deed;
import fr.ruche.common.Deed.Domain;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.listing.ExportFormat;
import fr.ruche.pdf.PdfPress;
import fr.ruche.programme.JuryNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The report of a meeting as a PDF file, and its list as a workbook. */
@Service
public class MeetingFiles {

    private final Commission commission;
    private final PdfPress press;
    private final JuryNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeetingFiles(
            Commission commission, PdfPress press, JuryNames names, ApplicationEventPublisher events, Clock clock) {
        this.commission = commission;
        this.press = press;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** The report: amounts by jury and section, every dossier with the opinion and what is decided, recusals, vote. */
    public byte[] report(UUID id, Actor by) {
        var meeting = commission.get(id, by);
        var titles = new HashMap<String, String>();
        meeting.items().forEach(item -> titles.computeIfAbsent(key(item.jury()), jury -> jury(item.jury())));
        var values = new HashMap<String, Object>();
        values.put("meeting", meeting);
        values.put("juries", titles);
        return press.print("print/commission", values, clock.instant());
    }

    /** The list: one row a dossier; amounts are numbers, in euros. */
    public byte[] list(UUID id, Actor by) {
        var meeting = commission.get(id, by);
        var out = new ByteArrayOutputStream();
        try {
            var sheet = ExportFormat.XLSX.sheet(out, Sentences.of("commission.sheet"), headings());
            for (var item : meeting.items()) {
                sheet.row(row(item));
            }
            sheet.row(total(meeting.total()));
            sheet.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        events.publishEvent(new Deed(
                Domain.EXPORT,
                ExportFormat.XLSX.name(),
                "COMMISSION_EXPORTED",
                Sentences.of("deed.export.commission", FrenchDay.format(meeting.day()), meeting.title())));
        return out.toByteArray();
    }

    private List<@Nullable Object> row(MeetingItem item) {
        return Arrays.asList(
                item.dossier().value(),
                item.title(),
                item.organisation(),
                item.measure(),
                jury(item.jury()),
                item.advice(),
                item.requested(),
                item.decision(),
                item.operating(),
                item.investment(),
                item.motive(),
                item.recusals().stream().map(MeetingItem.Recused::name).collect(Collectors.joining(", ")));
    }

    /** What is granted; the reserve list stands in its rows and is no part of it. */
    private static List<@Nullable Object> total(Meeting.Total total) {
        return Arrays.asList(
                Sentences.of("commission.sheetTotal"),
                null,
                null,
                null,
                null,
                null,
                null,
                Sentences.of("commission.sheetGranted", total.granted()),
                total.operating(),
                total.investment(),
                null,
                null);
    }

    private static List<@Nullable Object> headings() {
        return Arrays.stream(Sentences.of("commission.headings").split("\\|"))
                .map(heading -> (Object) heading)
                .collect(Collectors.toList());
    }

    private String jury(@Nullable String jury) {
        return jury == null ? Sentences.of("decision.noJury") : names.title(jury);
    }

    static String key(@Nullable String jury) {
        return jury == null ? "" : jury;
    }
}
