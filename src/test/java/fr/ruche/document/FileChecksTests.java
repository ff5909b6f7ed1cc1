package fr.ruche.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ruche.common.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileChecksTests {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);

    private final FileChecks checks =
            new FileChecks(new FileLimits(DataSize.ofKilobytes(64), DataSize.ofMegabytes(1), 3));

    private String refusal(String name, byte[] content) {
        var rejected = catchThrowableOfType(Rejected.class, () -> checks.check(new Upload(name, content)));
        return rejected == null ? "" : rejected.faults().get(0).rule();
    }

    @Test
    void aPdfIsKeptWithItsRealType() {
        var file = checks.check(new Upload("Délibération du 12.pdf", PDF));

        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(file.name()).isEqualTo("Délibération du 12.pdf");
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void officeFilesAreKnownByWhatTheyHold() throws IOException {
        assertThat(refusal("budget.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")))
                .isEmpty();
        assertThat(refusal("projet.docx", zip("[Content_Types].xml", "word/document.xml")))
                .isEmpty();
        assertThat(refusal("projet.odt", openDocument("application/vnd.oasis.opendocument.text")))
                .isEmpty();
        assertThat(refusal("projet.ods", openDocument("application/vnd.oasis.opendocument.spreadsheet")))
                .isEmpty();
        assertThat(refusal("virus.docx", zip("evil.exe"))).isEqualTo("FILE_CONTENT");
        assertThat(refusal("projet.odt", openDocument("application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo("FILE_CONTENT");
    }

    @Test
    void tablesAndTextsOfAnyEncodingAreTexts() {
        assertThat(refusal("lignes.csv", "compte;montant\n60;1 234,56\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(refusal("lettre.txt", "Été à Béthune\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void aProgramIsNoText() {
        assertThat(refusal("lettre.txt", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0}))
                .isEqualTo("FILE_CONTENT");
        assertThat(refusal("lettre.txt", new byte[] {(byte) 0xe9, 0, 1, 2})).isEqualTo("FILE_CONTENT");
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <html><script>alert(1)</script></html>, FILE_TYPE",
        "image.svg, <svg xmlns='http://www.w3.org/2000/svg'/>, FILE_TYPE",
        "tout.zip, PK, FILE_TYPE",
        "sans-extension, %PDF-1.7, FILE_TYPE",
        "page.pdf, <html><body>Bonjour</body></html>, FILE_CONTENT",
        "page.txt, <!DOCTYPE html><html><body>Bonjour</body></html>, FILE_CONTENT",
        "image.png, %PDF-1.7 , FILE_CONTENT",
        "double.pdf.exe, %PDF-1.7, FILE_TYPE",
        "vide.pdf, '', FILE_EMPTY"
    })
    void whatIsNotOnTheListOrNotWhatItSaysIsRefused(String name, String content, String rule) {
        assertThat(refusal(name, content.getBytes(StandardCharsets.UTF_8))).isEqualTo(rule);
    }

    @Test
    void aFileOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
        assertThat(refusal("grand.pdf", Arrays.copyOf(PDF, 64 * 1024))).isEmpty();
        assertThat(refusal("grand.pdf", Arrays.copyOf(PDF, 64 * 1024 + 1))).isEqualTo("FILE_SIZE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "C:\\Users\\moi\\passwd.pdf",
                "pass\u0000wd\r\n.pdf",
                "\u202Epasswd.pdf",
                "...passwd.pdf",
                "pass\"wd*.pdf"
            })
    void aNameKeepsNoPathAndNoHiddenMark(String typed) {
        assertThat(FileName.cleaned(typed).value()).isEqualTo("passwd.pdf");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        var name = FileName.cleaned("é".repeat(300) + ".pdf");

        assertThat(name.value()).hasSize(150).endsWith("é.pdf");
        assertThat(name.extension()).isEqualTo("pdf");
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String type) throws IOException {
        var content = type.getBytes(StandardCharsets.US_ASCII);
        var mimetype = new ZipEntry("mimetype");
        mimetype.setMethod(ZipEntry.STORED);
        mimetype.setSize(content.length);
        var crc = new java.util.zip.CRC32();
        crc.update(content);
        mimetype.setCrc(crc.getValue());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(mimetype);
            zip.write(content);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
