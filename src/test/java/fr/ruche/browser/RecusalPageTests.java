package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.marking.MarkingSessions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A member declares a conflict of interest, and the dossier is gone; a manager does it for others, and undoes it. */
@BrowserTest
class RecusalPageTests {

    @Autowired
    MarkingSessions given;

    @Test
    void aMemberDeclaresAConflictAndNoLongerSeesTheDossier(Visitors visitors) {
        var session = given.open(1);
        var number = session.onAgenda().get(0).dossier().value();
        var address = "/bureau/seances/" + session.id();
        var juror = visitors.signedIn(MarkingSessions.TOWN);
        var page = juror.open(address + "/deports");
        page.locator("#dossier").selectOption(number);
        page.locator("form[action$=deports] button").click();
        assertThat(page.locator("#erreurs")).containsText("motif du conflit");
        assertThat(page.locator("#dossier")).hasValue(number);
        juror.fitsEveryScreen();

        page.locator("#motive").fill("Un proche y travaille");
        page.locator("form[action$=deports] button").click();
        assertThat(page.locator("[role=status]").first()).containsText("Déport enregistré");
        assertThat(page.locator("main")).containsText("Andréa Démo");
        assertThat(page.locator("main")).containsText("conflit d’intérêts déclaré");
        juror.screenshot("recusals-wide");
        juror.fitsEveryScreen();
        juror.screenshot("recusals-narrow");

        assertThat(juror.open(address).locator("tbody")).containsText("en déport");
        assertThat(page.content()).doesNotContain("Ateliers de quartier");
        juror.screenshot("session-withheld");
        juror.fitsEveryScreen();
        assertThat(juror.open(address + "/notes").content()).doesNotContain("Ateliers de quartier");

        var manager = visitors.signedIn("gestionnaire");
        var desk = manager.open(address + "/deports");
        desk.locator("#member").selectOption("Andréa Démo, élue");
        desk.locator("#dossier").selectOption(number);
        desk.locator("#motive").fill("Homonyme");
        desk.locator("button[formaction$=levee]").click();
        assertThat(desk.locator("[role=status]").first()).containsText("Déport levé");
        assertThat(juror.open(address).locator("tbody")).containsText("Ateliers de quartier");
    }

    @Test
    void rolesAreDeclaredOnAPageOfOnesOwn(Visitors visitors) {
        var juror = visitors.signedIn(MarkingSessions.TOWN);
        var page = juror.open("/bureau/interets");
        page.locator("#organisation").fill("12");
        page.locator("form[action$=interets] button").click();
        assertThat(page.locator("#erreurs")).containsText("SIREN");
        assertThat(page.locator("#organisation")).hasValue("12");
        page.locator("#organisation").fill("W595999077");
        page.locator("#capacity").fill("Trésorière");
        page.locator("form[action$=interets] button").click();
        assertThat(page.locator("tbody")).containsText("W595999077");
        juror.screenshot("interests-wide");
        juror.fitsEveryScreen();
        juror.screenshot("interests-narrow");

        var manager = visitors.signedIn("gestionnaire");
        var desk = manager.open("/bureau/interets");
        manager.fitsEveryScreen();
        manager.screenshot("interests-manager");
        desk.locator("button[aria-label*=W595999077]").first().click();
        assertThat(desk.locator("[role=status]").first()).containsText("terminé");
        assertThat(manager.complaints()).isEmpty();
    }
}
