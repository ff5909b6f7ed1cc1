package fr.ruche.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ruche.common.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileChecksTests {

    private static final byte[] PDF = PdfExamples.plain();

    private final FileChecks checks =
            new FileChecks(new FileLimits(DataSize.ofKilobytes(512), DataSize.ofMegabytes(1), 3));

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
    void aFileOfAnotherTypeIsNamed() {
        var rejected =
                catchThrowableOfType(Rejected.class, () -> checks.check(new Upload("d’été/statuts signés.exe", PDF)));
        assertThat(rejected).hasMessageContaining("« statuts signés.exe »").hasMessageContaining("ODT");
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
    void anOfficeFileWithMacrosIsRefused() throws IOException {
        assertThat(refusal("projet.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEqualTo("FILE_ACTIVE");
        assertThat(refusal("budget.xlsx", zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEqualTo("FILE_ACTIVE");
    }

    @Test
    void aCompressedBombIsRefusedWhateverItIsIn() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zeros(zip);
        }
        assertThat(refusal("projet.docx", bomb.toByteArray())).isEqualTo("FILE_BOMB");
        var pdf = PdfExamples.with(document -> {
            var contents = new PDStream(document);
            try (var stream = contents.createOutputStream(COSName.FLATE_DECODE)) {
                zeros(stream);
            }
            document.getPage(0).setContents(contents);
        });
        assertThat(refusal("plan.pdf", pdf)).isEqualTo("FILE_BOMB");
    }

    private static void zeros(OutputStream target) throws IOException {
        var some = new byte[1 << 20];
        for (int i = 0; i < 201; i++) {
            target.write(some);
        }
    }

    @ParameterizedTest
    @MethodSource("activePdfs")
    void aPdfThatActsByItselfIsRefused(String what, byte[] content) {
        assertThat(refusal("projet.pdf", content)).as(what).isEqualTo("FILE_ACTIVE");
    }

    static Stream<Arguments> activePdfs() {
        var script = new PDActionJavaScript("app.alert('x')");
        var page = new PDActionURI();
        page.setURI("https://example.invalid/");
        return Stream.of(
                pdf("a script when it is opened", d -> d.getDocumentCatalog().setOpenAction(script)),
                pdf(
                        "a page of the web when it is opened",
                        d -> d.getDocumentCatalog().setOpenAction(page)),
                pdf("a page of the web when a page is seen", d -> {
                    var events = new PDPageAdditionalActions();
                    events.setO(page);
                    d.getPage(0).setActions(events);
                }),
                pdf("a program behind a link", d -> link(d, new PDActionLaunch())),
                pdf("a form that is sent", d -> link(d, new PDActionSubmitForm())),
                pdf("a file within the file", d -> {
                    var files = new PDEmbeddedFilesNameTreeNode();
                    var file = new PDComplexFileSpecification();
                    file.setEmbeddedFile(new PDEmbeddedFile(d, new ByteArrayInputStream(new byte[] {1})));
                    files.setNames(Map.of("virus.exe", file));
                    var names = new PDDocumentNameDictionary(d.getDocumentCatalog());
                    names.setEmbeddedFiles(files);
                    d.getDocumentCatalog().setNames(names);
                }),
                pdf("a dynamic form", d -> {
                    var form = new PDAcroForm(d);
                    form.getCOSObject().setString(COSName.XFA, "<xdp/>");
                    d.getDocumentCatalog().setAcroForm(form);
                }));
    }

    @Test
    void aPdfWithLinksAndAFirstPageIsTaken() {
        var ordinary = PdfExamples.with(document -> {
            var address = new PDActionURI();
            address.setURI("https://example.invalid/");
            link(document, address);
            var first = new PDPageFitDestination();
            first.setPage(document.getPage(0));
            document.getDocumentCatalog().setOpenAction(first);
        });

        assertThat(refusal("projet.pdf", ordinary)).isEmpty();
    }

    @Test
    void aPdfThatCannotBeReadIsRefused() {
        var locked = PdfExamples.with(
                document -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
        var printOnly = PdfExamples.with(
                document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
        var nested = ("%PDF-1.7\n1 0 obj\n" + "[".repeat(50_000)).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal("secret.pdf", locked)).isEqualTo("FILE_LOCKED");
        assertThat(refusal("protege.pdf", printOnly)).isEmpty();
        assertThat(refusal("coupe.pdf", Arrays.copyOf(PDF, 100))).isEqualTo("FILE_UNREADABLE");
        assertThat(refusal("imbrique.pdf", nested)).isEqualTo("FILE_UNREADABLE");
    }

    private static Arguments pdf(String what, PdfExamples.Change change) {
        return Arguments.of(what, PdfExamples.with(change));
    }

    private static void link(PDDocument document, PDAction action) throws IOException {
        var link = new PDAnnotationLink();
        link.setAction(action);
        document.getPage(0).setAnnotations(List.of(link));
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
        assertThat(refusal("grand.pdf", Arrays.copyOf(PDF, 512 * 1024))).isEmpty();
        assertThat(refusal("grand.pdf", Arrays.copyOf(PDF, 512 * 1024 + 1))).isEqualTo("FILE_SIZE");
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
