package fr.ruche.document;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the PDF files that act by themselves (scripts, programs, hidden files, pages opened on the web), those that
 * are locked and those that cannot be read. Every object of the file is looked at, used or not; no page is drawn.
 */
final class PdfChecks {

    private static final Pattern STREAM = Pattern.compile("stream\r?\n");

    /** Actions that need no consent of the reader, or that reach outside the file. */
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "Rendition", "RichMediaExecute");

    /** Keys that only active content has: scripts, dynamic forms, files within the file. */
    private static final Set<String> KEYS = Set.of("JS", "XFA", "EF", "EmbeddedFiles", "RichMediaContent");

    /** What may happen when a page or the file is opened: the reader is shown a place in it. */
    private static final Set<String> HARMLESS_AT_OPENING = Set.of("GoTo", "Named");

    private PdfChecks() {}

    /** @throws Rejected naming what is wrong inside the file */
    static void check(FileName name, byte[] content) {
        if (isBomb(content)) {
            throw refused("FILE_BOMB", name, "file.bomb");
        }
        boolean active;
        try (var document = Loader.loadPDF(content)) {
            active = acts(document);
        } catch (InvalidPasswordException locked) {
            throw refused("FILE_LOCKED", name, "file.locked");
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw refused("FILE_UNREADABLE", name, "file.unreadable");
        }
        if (active) {
            throw refused("FILE_ACTIVE", name, "file.active");
        }
    }

    private static boolean isBomb(byte[] content) {
        var inflation = new Inflation();
        var streams = STREAM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (streams.find()) {
            var rest = new ByteArrayInputStream(content, streams.end(), content.length - streams.end());
            try (var inflated = new InflaterInputStream(rest)) {
                if (!inflation.bears(inflated)) {
                    return true;
                }
            } catch (IOException notCompressed) {
                continue;
            }
        }
        return false;
    }

    private static boolean acts(PDDocument document) throws IOException {
        var file = document.getDocument();
        if (document.getNumberOfPages() == 0) {
            throw new IOException("No page");
        }
        for (var key : file.getXrefTable().keySet()) {
            if (acts(file.getObjectFromPool(key).getObject())) {
                return true;
            }
        }
        return acts(file.getTrailer());
    }

    /** Only what is written in this very object: what it refers to is another object of the file. */
    private static boolean acts(@Nullable COSBase object) {
        if (object instanceof COSDictionary dictionary) {
            return dictionary.keySet().stream().anyMatch(key -> KEYS.contains(key.getName()))
                    || ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))
                    || opensByItself(dictionary)
                    || dictionary.getValues().stream().anyMatch(PdfChecks::acts);
        }
        if (object instanceof COSArray array) {
            return array.toList().stream().anyMatch(PdfChecks::acts);
        }
        return false;
    }

    private static boolean opensByItself(COSDictionary dictionary) {
        if (isHarmful(dictionary.getDictionaryObject(COSName.OPEN_ACTION))) {
            return true;
        }
        return dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary events
                && events.getValues().stream()
                        .map(event -> event instanceof COSObject reference ? reference.getObject() : event)
                        .anyMatch(PdfChecks::isHarmful);
    }

    private static boolean isHarmful(@Nullable COSBase action) {
        return action instanceof COSDictionary dictionary
                && !HARMLESS_AT_OPENING.contains(dictionary.getNameAsString(COSName.S, ""));
    }

    private static Rejected refused(String rule, FileName name, String sentence) {
        return Rejected.because("file", rule, Sentences.of(sentence, name.value()));
    }
}
