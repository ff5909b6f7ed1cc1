package fr.ruche.document;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Looks at a file before it is kept: what its first bytes say must be on the list and agree with its name, and it must
 * do nothing by itself to whoever opens it.
 */
@Component
class FileChecks {

    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> TEXTS = Set.of("csv", "txt");
    private static final String ZIP = "application/zip";

    private static final Map<String, String> SERVED = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("odt", ODT),
            Map.entry("ods", ODS),
            Map.entry("docx", DOCX),
            Map.entry("xlsx", XLSX),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"));

    /** What the first bytes may say of each: an office file is a zip file, a table of values is plain text. */
    private static final Map<String, Set<String>> SEEN = Map.ofEntries(
            Map.entry("pdf", Set.of("application/pdf")),
            Map.entry("png", Set.of("image/png")),
            Map.entry("jpg", Set.of("image/jpeg")),
            Map.entry("jpeg", Set.of("image/jpeg")),
            Map.entry("odt", Set.of(ODT)),
            Map.entry("ods", Set.of(ODS)),
            Map.entry("docx", Set.of(DOCX, OOXML, ZIP)),
            Map.entry("xlsx", Set.of(XLSX, OOXML, ZIP)),
            Map.entry("csv", Set.of("text/plain", "text/csv")),
            Map.entry("txt", Set.of("text/plain")));

    private final Tika tika = new Tika();
    private final FileLimits limits;

    FileChecks(FileLimits limits) {
        this.limits = limits;
    }

    /** @throws Rejected naming what is wrong with the file */
    CheckedFile check(Upload upload) {
        var name = FileName.cleaned(upload.name());
        if (upload.content().length == 0) {
            throw Rejected.because("file", "FILE_EMPTY", Sentences.of("file.empty"));
        }
        if (upload.content().length > limits.maxSize().toBytes()) {
            throw Rejected.because(
                    "file",
                    "FILE_SIZE",
                    Sentences.of("file.size", String.valueOf(limits.maxSize().toMegabytes())));
        }
        var type = SERVED.get(name.extension());
        if (type == null) {
            throw Rejected.because("file", "FILE_TYPE", Sentences.of("file.type", name.value()));
        }
        if (!isWhatItSays(name.extension(), upload.content())) {
            throw Rejected.because("file", "FILE_CONTENT", Sentences.of("file.content", name.value()));
        }
        checkInside(name, upload.content());
        return new CheckedFile(name.value(), type, upload.content());
    }

    private static void checkInside(FileName name, byte[] content) {
        switch (name.extension()) {
            case "pdf" -> PdfChecks.check(name, content);
            case "docx", "xlsx", "odt", "ods" -> OfficeChecks.check(name, content);
            default -> {
                // Images and texts do nothing by themselves.
            }
        }
    }

    private boolean isWhatItSays(String extension, byte[] content) {
        var detected = tika.detect(content);
        if (TEXTS.contains(extension) && UNKNOWN.equals(detected)) {
            return readable(content);
        }
        if (!SEEN.getOrDefault(extension, Set.of()).contains(detected)) {
            return false;
        }
        return switch (extension) {
            case "docx" -> names(content, "word/");
            case "xlsx" -> names(content, "xl/");
            default -> true;
        };
    }

    /** Accents of an old encoding look like no known type; a text still has no control characters. */
    private static boolean readable(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether the directory of a zip file lists such an entry; only names are read, nothing is unpacked. */
    private static boolean names(byte[] content, String folder) {
        return new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).contains(folder);
    }
}
