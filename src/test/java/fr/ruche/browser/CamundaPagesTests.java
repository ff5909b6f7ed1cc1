package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Camunda's own web applications, as we dress them: French from the first moment, and nothing refused. */
@BrowserTest
class CamundaPagesTests {

    private static final String TEXTS = "**/locales/fr.json*";

    /** Words of the shipped interface, and the keys that stand in for a text that is missing or late. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:the|and|of|with|no|add|all|back|claim|close|complete|create|created|cancel|decisions|definitions?"
                    + "|delete|deployed|details|due|edit|filters?|finished|follow-up|groups?|history|keyboard|log|more"
                    + "|my|name|powered|processes|profile|right|running|save|search|set|start|tasks|unassigned|users?"
                    + "|value|[A-Z]+(?:_[A-Z]+)+)\\b",
            Pattern.CASE_INSENSITIVE);

    @Autowired
    TestDossiers dossiers;

    @Test
    void theAdministratorReadsTheFourApplicationsInFrench(Visitors visitors) {
        var admin = visitors.signedIn("admin");
        reads(admin, "tasklist/default/#/", "Choisissez une tâche dans la liste");
        reads(admin, "welcome/default/#!/welcome", "Modifier le profil");
        reads(admin, "admin/default/#/users", "Ajouter une personne");
        reads(admin, "admin/default/#/authorization", "officers");
        reads(admin, "cockpit/default/#/dashboard", "Incidents en cours");
        reads(admin, "cockpit/default/#/processes", "modèles de processus déployés");
        reads(admin, "cockpit/default/#/decisions", "modèles de décision déployés");
        reads(admin, "cockpit/default/#/tasks", "Affectations par groupe");
        reads(admin, "cockpit/default/#/repository", "Choisissez une ressource dans la liste");
        assertThat(admin.complaints()).isEmpty();
    }

    @Test
    void theCriteriaOfAFilterAreFrench(Visitors visitors) {
        var admin = visitors.signedIn("admin");
        reads(admin, "tasklist/default/#/", "Choisissez une tâche dans la liste");
        var page = admin.page();
        page.getByText("Créer un filtre").click();
        var dialog = page.locator(".filter-modal");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Critères"))
                .click();
        dialog.getByText("Ajouter un critère").first().click();

        assertThat(dialog.locator("select").first()).containsText("Affectée à");
        assertThat(dialog.locator("select").first()).not().containsText("Assignee");
    }

    @Test
    void noTextIsMissingWhileCamundaWaitsForItsOwnCopy(Visitors visitors) {
        var officer = visitors.signedIn("technicien");
        var asked = new AtomicInteger();
        officer.page().route(TEXTS, route -> {
            if (asked.getAndIncrement() == 0) {
                route.resume();
            }
        });
        reads(officer, "tasklist/default/#/", "Choisissez une tâche dans la liste");
    }

    @Test
    void anOfficerIsToldInFrenchWhatIsMissing(Visitors visitors) {
        var officer = visitors.signedIn("technicien");
        var number = dossiers.ficheDeposited().value();
        var task = Tasklist.take(officer, number);
        var page = officer.page();

        assertThat(task.tasks().first()).containsText("Créée il y a");
        var complete = page.getByRole(AriaRole.BUTTON, named("Terminer"));
        complete.click();
        assertThat(task.form()).containsText("Ce champ est obligatoire.");
        task.choose("Non conforme");
        complete.click(new Locator.ClickOptions().setTrial(true));

        page.getByText("Fixer un rappel", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".uib-datepicker th").filter(containing("lun"))).isVisible();
        assertThat(page.locator(".uib-datepicker .uib-title"))
                .hasText(Pattern.compile("(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
                        + "|novembre|décembre) \\d{4}"));
        page.keyboard().press("Escape");

        for (var tab : List.of("Historique", "Diagramme", "Description")) {
            page.locator(".nav-tabs").getByText(tab).click();
            assertThat(page.locator("body"))
                    .not()
                    .containsText(ENGLISH, new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        }
        assertThat(officer.complaints()).isEmpty();
    }

    @Test
    void aPaperOpensFromATask(Visitors visitors) {
        var officer = visitors.signedIn("instructeur");
        var task = Tasklist.take(officer, dossiers.fullDeposited().value());

        var file = officer.page()
                .waitForPopup(() -> task.form().getByText("Ouvrir le dossier").click());
        file.onDialog(dialog -> dialog.accept());
        assertThat(file.evaluate("confirm('Les confirmations s’ouvrent.')")).isEqualTo(true);
        var paper = file.locator("#pieces a").first();
        var download = file.waitForDownload(paper::click);
        assertThat(download.failure()).isNull();
    }

    private static void reads(Visitor visitor, String path, String expected) {
        visitor.open("about:blank");
        var page = visitor.open("/camunda/app/" + path);
        assertThat(page.locator("body")).containsText(Pattern.compile(expected));
        // The engine's own names of rights stay as its API writes them (docs/terminology.md).
        page.evaluate("document.querySelectorAll('td.permissions').forEach(cell => cell.style.display = 'none')");
        var shown = page.locator("body").innerText();
        assertThat(ENGLISH.matcher(shown).results().map(found -> found.group()))
                .as(path + " shows " + shown)
                .isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
