package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import fr.ruche.TestDossiers;
import fr.ruche.territory.Contours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A manager sees which territories have their share, on a map and in tables; an administrator imports its contours. */
@BrowserTest
class EquityPageTests {

    private static final String PATH = "/bureau/pilotage/equite?call=" + TestDossiers.CALL;
    private static final String MAP = "section.map";
    private static final String LENS = "[data-epci=\"" + TestDossiers.TERRITORY + "\"]";

    @Autowired
    TestDossiers given;

    @Autowired
    Contours contours;

    @Test
    void thePageFitsEveryScreenWhateverTheMapShows(Visitors visitors) {
        given.granted();
        given.ficheDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(PATH);
        assertThat(page.locator("#map svg a")).hasCount(36);
        assertThat(page.locator("#levels")).isVisible();
        assertThat(page.locator(".chart svg").first()).isVisible();
        manager.fitsEveryScreen();
        for (var shown : new String[] {"grantedPerHead", "deposited", "difficulty", "mark"}) {
            page.locator("#shown").selectOption(shown);
            manager.fitsEveryScreen(MAP);
            manager.screenshot("equity-" + shown + "-390");
            page.setViewportSize(1280, 900);
            assertThat(page.locator(".map__legend li").first()).isVisible();
            manager.screenshot("equity-" + shown + "-1280");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        manager.screenshot("equity-print");
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void theMapSaysWhatTheTableSays(Visitors visitors) {
        given.ficheDeposited();
        var page = visitors.signedIn("gestionnaire").open(PATH);
        page.locator("#shown").selectOption("deposited");
        var cell = page.locator("tr" + LENS + " [data-figure=deposited]");
        assertThat(page.locator("#map a" + LENS))
                .hasAttribute(
                        "aria-label",
                        "CA de Lens - Liévin, Dossiers déposés "
                                + cell.innerText().strip());
        assertThat(page.locator("#map a" + LENS + " path"))
                .hasAttribute("fill", Pattern.compile("url\\(#map-[0-4]\\)"));
        // where nothing came stands out, whatever the map shows
        var silent = page.locator("tr[data-silent]");
        assertThat(page.locator("#map a.map__territory--silent")).hasCount(silent.count());
        assertThat(page.locator(".map__legend")).containsText("Aucune fiche");
        page.locator("#shown").selectOption("difficulty");
        assertThat(page.locator("#map a" + LENS)).hasAttribute("aria-label", "CA de Lens - Liévin, Difficulté 5");
        assertThat(page.locator("#map a.map__territory--silent")).hasCount(silent.count());
    }

    @Test
    void aTerritoryOpensItsList(Visitors visitors) {
        given.ficheDeposited();
        var page = visitors.signedIn("gestionnaire").open(PATH + "&measure=F1");
        var shown = page.locator("tr" + LENS + " [data-figure=deposited]")
                .innerText()
                .strip();

        page.locator("#map a" + LENS + " path").click();

        assertThat(page).hasURL(Pattern.compile(".*/bureau/dossiers\\?.*territory=" + TestDossiers.TERRITORY + ".*"));
        assertThat(page.locator("[role=status]").first()).containsText(shown + " dossier");
        assertThat(page.locator("#measure")).hasValue("F1");
        page.goBack();
        page.locator("#levelFiles tbody tr").first().locator("td a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*difficulty=5.*"));
        page.goBack();
        page.locator("#map a.map__territory--silent").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/equite/sans-fiche\\?.*territory=.*"));
    }

    /** One stop of the tabulator for the whole map; the arrows go to the neighbour on that side. */
    @Test
    void theKeyboardWalksOverTheMap(Visitors visitors) {
        var page = visitors.signedIn("gestionnaire").open(PATH);
        assertThat(page.locator("#map a[tabindex='0']")).hasCount(1);
        page.locator("#map a" + LENS).focus();
        page.keyboard().press("ArrowRight");
        var next = (String) page.evaluate("document.activeElement.getAttribute('aria-label')");
        assertThat(next).startsWith("CA d'Hénin-Carvin");
        assertThat(page.locator(".map__told")).containsText("CA d'Hénin-Carvin");
        page.keyboard().press("ArrowLeft");
        assertThat(page.evaluate("document.activeElement.dataset.epci")).isEqualTo(TestDossiers.TERRITORY);
    }

    @Test
    void theMapFollowsWhatHappens(Visitors visitors) {
        given.ficheDeposited();
        var page = visitors.signedIn("gestionnaire").open(PATH);
        assertThat(page.locator(".instant")).containsText("Mis à jour tout seuls");
        page.locator("#shown").selectOption("deposited");
        var label = page.locator("#map a" + LENS).getAttribute("aria-label");

        given.ficheDeposited();

        assertThat(page.locator("#map a" + LENS)).not().hasAttribute("aria-label", label);
        assertThat(page.locator("#shown")).hasValue("deposited");
    }

    @Test
    void fromWhereNothingCameIsListedAndExported(Visitors visitors) {
        given.ficheDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(PATH);
        page.locator("#silent a").last().click();
        assertThat(page.locator("h1")).hasText("D’où aucune fiche n’est venue");
        assertThat(page.locator(".chips [aria-current=true]")).hasText("Dans aucun appel");
        assertThat(page.locator(".chips [aria-current=page]")).hasText("Équité");
        page.getByText("Dans cet appel").click();
        assertThat(page.locator("#communes tbody tr")).hasCount(200);
        manager.fitsEveryScreen();
        manager.screenshot("equity-silent-390");
        page.setViewportSize(1280, 900);
        manager.screenshot("equity-silent-1280");
        page.getByText("Page suivante").click();
        assertThat(page.locator("#communes tbody tr").first()).isVisible();
        page.locator("#territory").selectOption(TestDossiers.TERRITORY);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filtrer"))
                .click();
        assertThat(page.locator("#communes")).not().containsText("CA d'Hénin-Carvin");
        var file = page.waitForDownload(() -> page.getByText("Exporter en CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("sans-fiche.csv");
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void anAdministratorReplacesTheContours(Visitors visitors, @TempDir Path folder) throws IOException {
        var file = folder.resolve("contours.geojson");
        var administrator = visitors.signedIn("admin");
        var page = administrator.open("/bureau/gestion/contours");
        assertThat(page.locator("#map svg g.map__territory")).hasCount(36);
        try {
            Files.writeString(file, "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Point\"}]}");
            send(page, file);
            assertThat(page.locator("#erreurs")).containsText("Élément 1 : ce n’est pas une « Feature ».");
            assertThat(page.locator("#source")).hasValue("Relevé fictif");
            administrator.fitsEveryScreen();
            administrator.screenshot("contours-refused-390");
            page.setViewportSize(1280, 900);
            administrator.screenshot("contours-refused-1280");

            Files.writeString(
                    file,
                    "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"siren\":"
                            + " 246200364}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[2.6, 50.3], [2.6,"
                            + " 50.5], [3, 50.5], [3, 50.3], [2.6, 50.3]]]}}]}");
            send(page, file);
            assertThat(page.locator("[role=status]").first()).containsText("Contours remplacés");
            assertThat(page.locator("main")).containsText("Contours en place : 1");
            assertThat(page.locator("main")).containsText("retournés : 1");
            assertThat(page.locator("#map svg g.map__territory")).hasCount(1);
            administrator.fitsEveryScreen();
            var manager = visitors.signedIn("gestionnaire").open(PATH);
            assertThat(manager.locator("#map svg a")).hasCount(1);
            assertThat(manager.locator(".map")).containsText("Contours : Relevé fictif");
        } finally {
            contours.replace(
                    new ClassPathResource("reference/epci-contours.geojson").getContentAsByteArray(),
                    "epci",
                    "Contours livrés",
                    true,
                    given.manager());
        }
    }

    private static void send(Page page, Path file) {
        page.locator("#file").setInputFiles(file);
        page.locator("#source").fill("Relevé fictif");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remplacer les contours"))
                .click();
    }

    @Test
    void aManagerSetsTheDifficultyOfAllTerritories(Visitors visitors) {
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion/difficultes");
        var row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("CC du Ternois"));
        var before = row.locator("input[name=difficulty]").inputValue();
        row.locator("input[name=difficulty]").fill("beaucoup");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer"))
                .click();
        assertThat(page.locator("#erreurs")).containsText("beaucoup");
        manager.fitsEveryScreen();
        manager.screenshot("difficulties-390");
        row.locator("input[name=difficulty]").fill("4");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer"))
                .click();
        assertThat(page.locator("[role=status]").first()).containsText("Difficultés enregistrées");
        assertThat(page.locator("main")).containsText("Intercommunalités changées : 1");
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("CC du Ternois")))
                .containsText("4");
        manager.fitsEveryScreen();
        manager.open("/bureau/gestion/difficultes");
        row.locator("input[name=difficulty]").fill(before);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer"))
                .click();
    }
}
