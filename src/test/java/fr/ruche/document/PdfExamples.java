package fr.ruche.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** PDF files as programs write them. */
public final class PdfExamples {

    private PdfExamples() {}

    /** One empty page. */
    public static byte[] plain() {
        return with(document -> {});
    }

    interface Change {
        void to(PDDocument document) throws IOException;
    }

    static byte[] with(Change change) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            document.save(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
