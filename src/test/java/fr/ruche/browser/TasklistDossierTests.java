package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.ruche.TestDossiers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer decides without leaving the task: the dossier is on its card and in a tab beside its form. */
@BrowserTest
class TasklistDossierTests {

    @Autowired
    TestDossiers dossiers;

    @Test
    void theDossierIsOnTheCardAndBesideTheForm(Visitors visitors) {
        var number = dossiers.complete().value();
        var officer = visitors.signedIn("instructeur");
        var tasks = Tasklist.search(officer, number).tasks();
        assertThat(tasks).hasCount(1);
        assertThat(tasks.first()).containsText(number);
        assertThat(tasks.first()).containsText("Ateliers de quartier (fictif)");
        assertThat(tasks.first()).containsText("Les Voisins de l’Alma (fictif) · CA de Lens - Liévin");
        assertThat(tasks.first()).containsText("demandés");
        tasks.first().click();

        var page = officer.page();
        page.getByText("Dossier", new Page.GetByTextOptions().setExact(true)).click();
        var file = page.locator(".tab");
        assertThat(file).containsText("Synthèse");
        assertThat(file).containsText("Recevable");
        assertThat(file).containsText("CA de Lens - Liévin");
        officer.screenshot("tasklist-dossier");

        var paper = page.waitForPopup(() -> file.getByText("Ouvrir le dossier").click());
        assertThat(paper.locator("h1")).containsText("Ateliers de quartier (fictif)");
        assertThat(paper.url()).endsWith("/bureau/dossiers/" + number);
        assertThat(officer.complaints()).isEmpty();
    }
}
