package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters of a dossier as PDF files. */
@IntegrationTest
class LetterPdfTests {

    @LocalServerPort
    int port;

    @Autowired
    Notifications notifications;

    @Autowired
    LetterPages pages;

    @Autowired
    TestDossiers known;

    @Autowired
    JdbcClient database;

    @Test
    void theFileHoldsTheLetterForEyesAndForScreenReaders() throws IOException {
        var number = known.ficheDeposited();
        var letter = notifications.of(number).get(0);
        var answer = ApiClient.as("porteur", port).get(path(number, letter.id()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(number.value());
        try (var file = Loader.loadPDF(answer.bytes())) {
            assertThat(text(file))
                    .contains(spaced("Objet : " + letter.subject()))
                    .contains("Les Voisins de l’Alma (fictif)", "1 rue de l’Exemple, 62300 Lens")
                    .contains("Dossier n° " + number, "1 / 1");
            var catalog = file.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo(letter.subject());
            assertThat(fonts(file)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void itIsMadeOnceAndStaysTheSame() {
        var number = known.ficheDeposited();
        var letter = notifications.of(number).get(0);
        var first = notifications.pdf(number, letter.id(), known.manager());
        // Whatever the layout or the row become, the file is the one that was kept.
        database.sql("update notification set body = 'Autre chose' where id = ?")
                .param(letter.id())
                .update();

        assertThat(notifications.pdf(number, letter.id(), known.manager()).content())
                .isEqualTo(first.content());
        assertThat(database.sql("select count(*) from letter_pdf where message = ?")
                        .param(letter.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameLetterGivesTheSameBytes() {
        var letter = notifications.of(known.ficheDeposited()).get(0);

        assertThat(pages.print(letter, "DSDT-2026-0001")).isEqualTo(pages.print(letter, "DSDT-2026-0001"));
    }

    @Test
    void frenchSignsTagsAndLongTextsAreRight() throws IOException {
        var body =
                "Bonjour,\n\n« Œuvre d’été », n° 1 : 1\u202f234,56\u00a0€ – à Noël…\n\n<b>& {titre}</b>\n\n– RIB\n– Statuts\n\n"
                        + "Un paragraphe. ".repeat(600);
        var letter = new Message(
                UUID.randomUUID(),
                Letter.GRANTED,
                "Été & <i>fête</i>",
                body,
                java.time.Instant.EPOCH,
                "",
                "",
                "Alix Œuvre\nPrésidente & co",
                null);

        try (var file = Loader.loadPDF(pages.print(letter, "DSDT-2026-0001"))) {
            assertThat(text(file))
                    .contains("« Œuvre d’été », n° 1 : 1\u202f234,56 € – à Noël…")
                    .contains("<b>& {titre}</b>")
                    .contains("Été & <i>fête</i>")
                    .contains("RIB")
                    .contains("Alix Œuvre", "Présidente & co");
            assertThat(file.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void whatNoFontAndNoXmlKnowsStopsNoLetter() throws IOException {
        var body = "Bonjour 😀 العربية 中文,\n\navant\u0000\u000b\ud800\ufffeaprès ]]> <!-- &eacute; {{x}} [[${7*7}]]";
        var letter = new Message(
                UUID.randomUUID(), Letter.REMINDER, "Objet", body, java.time.Instant.EPOCH, "", "", "", null);

        try (var file = Loader.loadPDF(pages.print(letter, "DSDT-2026-0001"))) {
            assertThat(text(file)).contains("Bonjour", "avant", "après ]]> <!-- &eacute; {{x}} [[${7*7}]]");
        }
    }

    @Test
    void onlyThoseWhoMaySeeTheDossierHaveItsLetters() {
        var number = known.ficheDeposited();
        var other = known.ficheDeposited();
        var id = notifications.of(number).get(0).id();

        for (var reader : List.of("porteur", "technicien", "instructeur", "gestionnaire")) {
            assertThat(ApiClient.as(reader, port).get(path(number, id)).status())
                    .as(reader)
                    .isEqualTo(200);
        }
        for (var stranger : List.of("porteur2", "technicien2", "jure-interco", "jure-region", "modeleur")) {
            assertThat(ApiClient.as(stranger, port).get(path(number, id)).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(ApiClient.as("porteur", port).get(path(other, id)).status())
                .as("under the number of another dossier")
                .isEqualTo(404);
        assertThat(ApiClient.as("porteur", port)
                        .get(path(number, UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    private static String path(DossierNumber number, UUID id) {
        return "/dossiers/" + number + "/messages/" + id + "/pdf";
    }

    private static String text(PDDocument file) throws IOException {
        return spaced(new PDFTextStripper().getText(file));
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<PDFont> fonts(PDDocument file) throws IOException {
        var resources = file.getPage(0).getResources();
        var fonts = new java.util.ArrayList<PDFont>();
        for (var name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        return fonts;
    }
}
