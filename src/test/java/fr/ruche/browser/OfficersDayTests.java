package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.TimelineEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A day of three officers and a manager around one dossier, in the order of the clock. What the porteur does meanwhile
 * is told elsewhere ({@link JourneyTests}, {@link PorteurTests}).
 */
@BrowserTest
class OfficersDayTests {

    @Autowired
    Dossiers dossiers;

    @Autowired
    TestDossiers porteur;

    @Autowired
    Clock clock;

    private final String word = "zj" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void fromTheMorningListToTheEveningLetter(Visitors visitors) throws IOException {
        porteur.session(TestDossiers.TERRITORY);
        var number = aFicheArrives("L’école des réparations " + word);

        var technicien = visitors.signedIn("technicien");
        findsItByItsWords(technicien, number);
        readsItBesideItsTask(technicien, number);
        asksForACorrection(technicien, number);
        dossiers.depositFiche(number, porteur.holder());
        Tasklist.take(technicien, number.value()).choose("Conforme").complete();

        theFullDossierArrives(number);
        var instructeur = visitors.signedIn("instructeur");
        Tasklist.take(instructeur, number.value()).choose("Complet").complete();
        Tasklist.take(instructeur, number.value()).choose("Favorable").complete();
        takesTheWholeFileToTheMeeting(instructeur, number);

        var gestionnaire = visitors.signedIn("gestionnaire");
        putsItOnTheAgenda(gestionnaire, number);
        Tasklist.take(visitors.signedIn("jure-interco"), number.value())
                .choose("Favorable, pour une partie de la demande")
                .type("Montant proposé en fonctionnement (€)", "4 321,09")
                .type("Motif de l’avis", "Le jury retient l’essentiel du projet.")
                .complete();
        looksAtTheLetterBeforeItLeaves(gestionnaire, number);
        Tasklist.take(gestionnaire, number.value())
                .choose("Subvention attribuée")
                .type("Numéro de la délibération", "2026.0042")
                .type("Date de la délibération", FrenchDay.format(ParisTime.dayOf(clock.instant())))
                .complete();
        readsWhatThePorteurReceived(gestionnaire, number);
        takesTheListAway(gestionnaire, number);

        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.ATTRIBUE);
        assertThat(dossiers.timeline(number))
                .filteredOn(line -> line.author() != null)
                .extracting(TimelineEntry::author)
                .containsSubsequence(
                        "porteur",
                        "technicien",
                        "porteur",
                        "technicien",
                        "porteur",
                        "instructeur",
                        "gestionnaire",
                        "jure-interco",
                        "gestionnaire");
        assertThat(technicien.complaints()).isEmpty();
        assertThat(instructeur.complaints()).isEmpty();
        assertThat(gestionnaire.complaints()).isEmpty();
    }

    private DossierNumber aFicheArrives(String title) {
        var number = porteur.opened();
        var fiche = dossiers.get(number).fiche();
        dossiers.saveFiche(number, TestDossiers.titled(fiche, title), porteur.holder(), null);
        dossiers.depositFiche(number, porteur.holder());
        return number;
    }

    private void findsItByItsWords(Visitor officer, DossierNumber number) {
        var page = officer.open("/bureau");
        assertThat(page.locator("main")).containsText("Conformité à vérifier");
        page = officer.open("/bureau/dossiers");
        page.locator("[name=words]").fill("ecole reparation " + word);
        page.locator("[name=words]").press("Enter");
        assertThat(page.locator("[role=status]")).hasText("1 dossier");
        officer.screenshot("guide-liste");
        link(page, "L’école des réparations " + word).click();
        assertThat(page.locator(".crumbs [aria-current]")).hasText(number.value());
    }

    private void readsItBesideItsTask(Visitor officer, DossierNumber number) {
        Tasklist.take(officer, number.value());
        var page = officer.page();
        page.locator(".nav-tabs").getByText("Dossier").click();
        assertThat(page.locator(".tab-content")).containsText("Ce que disent les règles");
        assertThat(page.locator(".tab-content")).containsText(word);
        officer.screenshot("guide-onglet-dossier");
    }

    private void asksForACorrection(Visitor officer, DossierNumber number) {
        var task = Tasklist.search(officer, number.value());
        task.tasks().first().click();
        task.form().waitFor();
        button(officer.page(), "Terminer").click();
        assertThat(task.form()).containsText("Ce champ est obligatoire.");
        officer.screenshot("guide-champ-obligatoire");
        task.choose("À corriger par le porteur")
                .type("Motif", "Précisez le calendrier.")
                .complete();
        assertThat(dossiers.get(number).clock()).isEqualTo("PORTEUR");
    }

    private void theFullDossierArrives(DossierNumber number) {
        dossiers.saveFull(number, porteur.full(), porteur.holder(), null);
        porteur.attach(number);
        dossiers.depositFull(number, porteur.holder());
    }

    private void takesTheWholeFileToTheMeeting(Visitor officer, DossierNumber number) throws IOException {
        var page = officer.open("/bureau/dossiers/" + number);
        assertThat(page.locator("main")).containsText("Précisez le calendrier.");
        var file = page.waitForDownload(
                () -> page.getByText("Télécharger le PDF").first().click());
        assertThat(content(file)).startsWith("%PDF-");
    }

    private void putsItOnTheAgenda(Visitor manager, DossierNumber number) {
        var page = manager.open("/bureau/dossiers/" + number);
        button(page, "Inscrire à l’ordre du jour").click();
        assertThat(page.locator("main")).containsText("Dossier inscrit à l’ordre du jour");
        manager.screenshot("guide-dossier");
    }

    private void looksAtTheLetterBeforeItLeaves(Visitor manager, DossierNumber number) {
        var page = manager.open("/bureau/gestion/courriers/GRANTED");
        page.locator("[name=dossier]").fill(number.value());
        button(page, "Voir l’aperçu").click();
        page.locator("footer").waitFor();
        assertThat(page.locator("main")).containsText("Ce que recevrait ce porteur");
        assertThat(page.locator("main")).containsText("L’école des réparations " + word);
        manager.screenshot("guide-courrier");
    }

    private void readsWhatThePorteurReceived(Visitor manager, DossierNumber number) throws IOException {
        var page = manager.open("/bureau/dossiers/" + number);
        var letter = page.locator("#messages details").filter(containing("Subvention attribuée"));
        letter.locator("summary").click();
        assertThat(letter).containsText("4\u202f321,09\u00a0€");
        var pdf = page.waitForDownload(
                () -> letter.getByText("Télécharger en PDF").click());
        assertThat(content(pdf)).startsWith("%PDF-");
    }

    private void takesTheListAway(Visitor manager, DossierNumber number) throws IOException {
        var page = manager.open("/bureau/dossiers?words=" + word);
        var sheet = page.waitForDownload(
                () -> page.getByText("Exporter en CSV").first().click());
        assertThat(content(sheet)).contains(number.value(), word);
    }

    private static String content(Download download) throws IOException {
        return Files.readString(download.path(), StandardCharsets.ISO_8859_1);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
