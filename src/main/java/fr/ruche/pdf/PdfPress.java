package fr.ruche.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a template as a PDF file: tagged (PDF/UA), its fonts embedded, nothing fetched from anywhere. */
@Component
public class PdfPress {

    /** What XML 1.0 cannot hold. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]");

    private static final String FAMILY = "Source Sans 3";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;

    PdfPress(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * The same template, values and moment give the same file.
     *
     * @param template below {@code templates/}, well-formed XML, with a {@code title} and a {@code lang}
     * @param at what the file says of its own creation
     */
    public byte[] print(String template, Map<String, Object> values, Instant at) {
        var page = UNPRINTABLE
                .matcher(templates.process(template, new Context(Locale.FRANCE, values)))
                .replaceAll("\ufffd");
        try (var renderer = builder(page).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                var moment = calendar(at);
                document.getDocumentInformation().setCreationDate(moment);
                document.getDocumentInformation().setModificationDate(moment);
                document.setDocumentId(at.toEpochMilli());
                var file = new ByteArrayOutputStream();
                document.save(file);
                return file.toByteArray();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PdfRendererBuilder builder(String page) {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, address) -> null); // a page holds what it needs
        builder.useFont(() -> font("400Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("400Regular_Italic"), FAMILY, REGULAR, FontStyle.ITALIC, true);
        builder.useFont(() -> font("600SemiBold"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(page, null);
        builder.withProducer("Ruche");
        return builder;
    }

    private static InputStream font(String name) {
        var file = "SourceSans3_" + name + ".ttf";
        return Objects.requireNonNull(PdfPress.class.getResourceAsStream(file), file);
    }

    private static Calendar calendar(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }
}
