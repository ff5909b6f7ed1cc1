package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.ruche.TestDiagram;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.notification.Letter;
import fr.ruche.notification.LetterTemplates;
import fr.ruche.workshop.WorkshopGiven;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager changes the text of a letter, alone and beside another; an officer forwards a fiche and takes it home. */
@BrowserTest
class LettersTests {

    private static final String PATH = "/bureau/gestion/courriers/JURY_POSTPONED";
    private static final String OWN = "Bonjour,\n\nLe jury reporte son avis sur {title}.\n\nMotif : {reason}";

    @Autowired
    TestDossiers dossiers;

    @Autowired
    Dossiers register;

    @Autowired
    JdbcClient database;

    @Autowired
    LetterTemplates templates;

    @Autowired
    WorkshopGiven given;

    @AfterEach
    void putBack() {
        var now = templates
                .history(null, Letter.JURY_POSTPONED, dossiers.manager())
                .get(0);
        if (!now.shipped()) {
            templates.reset(null, Letter.JURY_POSTPONED, now.version(), dossiers.manager());
        }
    }

    @Test
    void aTextIsMendedPreviewedKeptAndGivenBack(Visitors visitors) throws IOException {
        var number = dossiers.ficheDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(PATH);
        page.locator("#body").fill(OWN + " {surprise}");
        page.locator("#dossier").fill(number.value());
        click(page, "Enregistrer ce texte");
        assertThat(page.locator("#erreurs")).containsText("« {surprise} » n’est pas un nom connu de ce courrier");
        assertThat(page.locator("#body")).hasValue(OWN + " {surprise}");
        assertThat(page.locator("#dossier")).hasValue(number.value());
        manager.fitsEveryScreen();

        page.locator("#body").fill(OWN);
        click(page, "Voir l’aperçu");
        assertThat(page.locator("main")).containsText("Le jury reporte son avis sur Ateliers de quartier (fictif).");
        assertThat(page.locator("main")).containsText("[motif, vide s’il n’y en a pas]");
        assertThat(page.locator("#body")).hasValue(OWN);
        manager.screenshot("letter-preview");
        manager.fitsEveryScreen();

        var paper =
                page.waitForDownload(() -> button(page, "Télécharger l’aperçu").click());
        try (var file = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(current()).isNotEqualTo(OWN);

        click(page, "Enregistrer ce texte");
        assertThat(page.locator("main")).containsText("Texte enregistré");
        assertThat(current()).isEqualTo(OWN);

        click(page, "Revenir au texte livré");
        assertThat(page.locator("main")).containsText("Texte livré rétabli");
        assertThat(current()).isNotEqualTo(OWN);
    }

    @Test
    void theSecondOfTwoManagersSeesBothTextsAndLosesNeither(Visitors visitors) {
        var number = dossiers.ficheDeposited();
        var first = visitors.signedIn("gestionnaire").open(PATH);
        var manager = visitors.signedIn("gestionnaire");
        var second = manager.open(PATH);
        first.locator("#body").fill(OWN);
        click(first, "Enregistrer ce texte");
        second.locator("#body").fill(OWN + "\n\nÀ bientôt.");
        second.locator("#dossier").fill(number.value());
        click(second, "Voir l’aperçu");
        assertThat(second.locator("main")).containsText("Ce que recevrait ce porteur");
        click(second, "Enregistrer ce texte");

        assertThat(second.locator("#erreurs")).containsText("Quelqu’un d’autre a changé ce texte entre-temps");
        assertThat(second.locator("#body")).hasValue(OWN + "\n\nÀ bientôt.");
        assertThat(second.locator("main")).containsText("Le texte enregistré par gestionnaire");
        assertThat(current()).isEqualTo(OWN);
        manager.screenshot("letter-conflict");
        manager.fitsEveryScreen();

        click(second, "Enregistrer ce texte");
        assertThat(current()).isEqualTo(OWN + "\n\nÀ bientôt.");
    }

    @Test
    void aProgrammeHasALetterOfItsOwn(Visitors visitors) {
        var code = WorkshopGiven.code();
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        var modeller = visitors.signedIn("modeleur");
        var workshop = modeller.open("/bureau/atelier/" + draft.id());
        workshop.locator("summary", new Page.LocatorOptions().setHasText("Commencer un fichier"))
                .click();
        workshop.locator("#named").selectOption("jury-postponed.letter.txt");
        modeller.fitsEveryScreen();
        button(workshop, "Ajouter ce courrier").click();
        assertThat(workshop.locator("h1")).hasText("jury-postponed.letter.txt");
        assertThat(workshop.locator("[aria-labelledby=words]")).containsText("{reason}");
        assertThat(workshop.locator(".editor__text")).hasValue(Pattern.compile("\\{reason\\}"));
        modeller.fitsEveryScreen();
        given.published(draft.id());

        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(PATH);
        assertThat(page.locator("main")).containsText("Pour les dossiers de ces programmes, un autre texte");
        page.locator("#programme").selectOption(code);
        click(page, "Afficher");
        assertThat(page.locator("#programme")).hasValue(code);
        assertThat(page.locator("main")).containsText("C’est le texte de ce programme seul.");
        assertThat(page.locator("main")).containsText("Version 1, mise en service avec le programme, gestionnaire");
        manager.fitsEveryScreen();
        manager.screenshot("letter-of-programme");

        page.locator("#body").fill(OWN);
        click(page, "Enregistrer ce texte");
        assertThat(page.locator("main")).containsText("Texte enregistré");
        assertThat(page.locator("#programme")).hasValue(code);
        assertThat(page.locator("main")).containsText("Version 2, gestionnaire");
        assertThat(current()).isNotEqualTo(OWN);

        click(page, "Revenir au texte de tous les programmes");
        assertThat(page.locator("main")).containsText("Texte de tous les programmes rétabli");
        assertThat(page.locator("#body")).hasValue(current());
        page.locator(".crumbs a", new Page.LocatorOptions().setHasText("Textes des courriers"))
                .click();
        assertThat(page.locator("#programme")).hasValue(code);
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("Ajournement")))
                .containsText("texte livré");
        manager.fitsEveryScreen();
    }

    @Test
    void anOfficerForwardsAFicheAndTakesTheFileHome(Visitors visitors) throws IOException {
        var number = dossiers.ficheDeposited();
        var officer = visitors.signedIn("technicien");
        var page = officer.open("/bureau/dossiers/" + number);
        officer.screenshot("case-file");
        var paper = page.waitForDownload(
                () -> page.getByText("Télécharger le PDF").first().click());
        Files.copy(
                paper.path(),
                java.nio.file.Path.of("target/case-file.pdf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var file = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
            assertThat(file.getNumberOfPages()).isPositive();
        }
        assertThat(button(page, "Imprimer")).isVisible();

        page.getByText("Transmettre à l’autorité compétente").click();
        click(page, "Transmettre la fiche");
        assertThat(page.locator("#erreurs")).containsText("Dites à qui la fiche est transmise");
        officer.screenshot("forwarding");
        officer.fitsEveryScreen();
        page.locator("#to").selectOption("200093201");
        page.locator("#motive").fill("Le projet est à Lille");
        click(page, "Transmettre la fiche");

        assertThat(page.locator("main")).containsText("Fiche transmise");
        assertThat(register.get(number).territory()).isEqualTo("200093201");
    }

    @Test
    void anOfficerStartsWithTheDossiersOnWhichSilenceIsARejection(Visitors visitors) {
        var near = dossiers.fullDeposited();
        var past = dossiers.fullDeposited();
        silentUntil(near, LocalDate.now(ParisTime.ZONE).plusDays(3));
        silentUntil(past, LocalDate.now(ParisTime.ZONE).minusDays(3));
        var officer = visitors.signedIn("instructeur");
        var page = officer.open("/bureau");

        var warned = page.locator("#silence tbody tr");
        assertThat(warned.filter(containing(near))).containsText("dans 3 jours");
        assertThat(warned.filter(containing(past))).containsText("depuis 3 jours");
        officer.screenshot("silence");
        officer.fitsEveryScreen();
        officer.open("/bureau/dossiers/" + past);
        assertThat(page.locator("#maintenant")).containsText("Rejet implicite");
        officer.fitsEveryScreen();
    }

    private void silentUntil(DossierNumber number, LocalDate day) {
        database.sql("update dossier set silence_until = ? where number = ?")
                .params(day, number.value())
                .update();
    }

    private static Locator.FilterOptions containing(DossierNumber number) {
        return new Locator.FilterOptions().setHasText(number.value());
    }

    private String current() {
        return templates
                .history(null, Letter.JURY_POSTPONED, dossiers.manager())
                .get(0)
                .body();
    }

    private static Locator button(Page page, String label) {
        return page.locator("button", new Page.LocatorOptions().setHasText(label));
    }

    private static void click(Page page, String label) {
        page.evaluate("() => { document.body.dataset.sent = 'yes'; }");
        button(page, label).click();
        page.locator("body:not([data-sent]) footer").waitFor();
    }
}
