package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole case file as a PDF file. */
@IntegrationTest
class CaseFilePdfTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers given;

    @Test
    void itHoldsTheWholeFileAndMasksTheAccountNumber() throws IOException {
        var number = given.judged();
        var answer = ApiClient.as("gestionnaire", port).get(path(number));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try (var file = Loader.loadPDF(answer.bytes())) {
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(file).replaceAll("[\u00a0\u202f]", " "))
                    .contains(number.value(), "Ateliers de quartier (fictif)", "Compte gestionnaire")
                    .contains("Synthèse", "Le budget", "Avis et décisions", "Historique", "Rejet implicite")
                    .contains("Réunir les habitants.", "Projet utile.", "10 000,00 €")
                    .doesNotContain("7699999000010000000100122")
                    .doesNotContain("??");
        }
    }

    @Test
    void aFicheAloneHasItsFileToo() throws IOException {
        var number = given.ficheDeposited();
        try (var file = Loader.loadPDF(
                ApiClient.as("technicien", port).get(path(number)).bytes())) {
            assertThat(new PDFTextStripper().getText(file)).contains(number.value());
        }
    }

    @Test
    void onlyOfficersWhoMaySeeTheDossierHaveIt() {
        var number = given.ficheDeposited();
        for (var officer : List.of("technicien", "instructeur", "gestionnaire")) {
            assertThat(ApiClient.as(officer, port).get(path(number)).status())
                    .as(officer)
                    .isEqualTo(200);
        }
        for (var stranger : List.of("technicien2", "jure-interco", "jure-region", "modeleur", "admin")) {
            assertThat(ApiClient.as(stranger, port).get(path(number)).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(ApiClient.as("porteur", port).get(path(number)).status())
                .as("opinions are not the porteur's")
                .isEqualTo(403);
        assertThat(ApiClient.as("gestionnaire", port).get(path(given.opened())).status())
                .as("a draft")
                .isEqualTo(404);
    }

    private static String path(DossierNumber number) {
        return "/dossiers/" + number + "/case-file";
    }
}
