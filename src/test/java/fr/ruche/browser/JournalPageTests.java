package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.ruche.TestDossiers;
import fr.ruche.audit.Seals;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager asks who did what, and holds the journal against its seals. */
@BrowserTest
class JournalPageTests {

    @Autowired
    TestDossiers given;

    @Autowired
    Seals seals;

    @Test
    void theJournalFitsEveryScreenAndItsFiltersAreItsAddress(Visitors visitors) {
        var number = given.granted();
        seals.seal();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion/journal");
        assertThat(page.locator("tbody tr")).hasCount(50);
        manager.fitsEveryScreen();
        manager.screenshot("journal-390");
        page.setViewportSize(1280, 900);
        manager.screenshot("journal-1280");

        page.locator("#subject").fill(number.value());
        page.locator("#actor").fill("Compte porteur");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("subject=" + number + ".*"));
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Fiche synthétique déposée")))
                .hasCount(1);
        assertThat(page.locator("tbody")).not().containsText("Compte gestionnaire");
        assertThat(page.locator("tbody")).not().containsText("Ruche");
        assertThat(page.locator("#actor")).hasValue("Compte porteur");

        page.locator("tbody a")
                .getByText(number.value(), new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/bureau/dossiers/" + number));
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void thePagesFollowEachOtherByTheKeyboard(Visitors visitors) {
        for (var at = 0; at < 4; at++) {
            given.granted();
        }
        seals.seal();
        var page = visitors.signedIn("gestionnaire").open("/bureau/gestion/journal?domain=DOSSIER");
        var first = page.locator("tbody tr").first().textContent();
        page.locator("a[rel=next]").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("domain=DOSSIER&before=\\d+"));
        assertThat(page.locator("tbody tr").first()).not().hasText(first);
        assertThat(page.locator("#domain")).hasValue("DOSSIER");
        page.locator("nav.pages a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr").first()).hasText(first);
        page.locator("tbody td a[title]").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("journal\\?actor="));
    }

    @Test
    void whatDoesNotMatchAndWhatMakesNoSenseAreSaid(Visitors visitors) {
        given.conform();
        seals.seal();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion/journal?subject=DSDT-1999-0001");
        assertThat(page.locator("#corps")).containsText("Aucune action ne correspond à ces filtres.");
        manager.fitsEveryScreen();
        page = manager.open("/bureau/gestion/journal?from=31%2F02%2F2026");
        assertThat(page.locator("[role=alert]")).containsText("31/02/2026");
        manager.fitsEveryScreen();
    }

    @Test
    void theSealsAreShownAndVerified(Visitors visitors) {
        given.conform();
        seals.seal();
        var admin = visitors.signedIn("admin");
        var page = admin.open("/bureau/gestion/journal/sceaux");
        assertThat(page.locator("tbody .seal").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
        admin.fitsEveryScreen();
        page.getByText("Vérifier maintenant").click();
        assertThat(page.locator("[role=status]")).isVisible(); // other tests may have left something to name
        admin.fitsEveryScreen();
        admin.screenshot("sceaux-390");
        page.setViewportSize(1280, 900);
        admin.screenshot("sceaux-1280");
        assertThat(admin.complaints()).isEmpty();
    }
}
