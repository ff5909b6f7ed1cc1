package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.jury.JurySession;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Sheet;
import fr.ruche.marking.SheetState;
import fr.ruche.marking.Sheets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jurors mark their dossiers: by keyboard, side by side, with a network that drops, without scripts. */
@BrowserTest
class MarkingPageTests {

    private static final int INDICATORS = 19;

    @Autowired
    MarkingSessions given;

    @Autowired
    Sheets sheets;

    @Test
    void severalDossiersAreMarkedWithTheKeyboardAlone(Visitors visitors) {
        var session = given.open(2);
        var juror = visitors.signedIn(MarkingSessions.TOWN);
        var page = juror.open(notes(session) + "/" + dossier(session, 0) + "?suite=1");
        for (int at = 0; at < 2; at++) {
            assertThat(page.locator("h1")).hasText("Ateliers de quartier (fictif)");
            assertThat(radio(page, "1.1", "0")).isFocused();
            page.keyboard().press("5");
            page.keyboard().press("c");
            page.keyboard().type("Remarquable");
            page.keyboard().press("Escape");
            for (int next = 1; next < INDICATORS; next++) {
                page.keyboard().press("ArrowDown");
                page.keyboard().press(next == 1 ? "n" : "3");
            }
            page.keyboard().press("Control+Enter");
            page.waitForURL(at == 0 ? "**/" + dossier(session, 1) + "?suite=1" : "**/notes");
        }

        assertThat(page.locator("main")).containsText("2 sur 2 traités");
        var first = sheet(session, 0, MarkingSessions.TOWN);
        assertThat(first.state()).isEqualTo(SheetState.SUBMITTED);
        assertThat(first.mark("1.1").mark()).isEqualTo(5);
        assertThat(first.mark("1.1").comment()).isEqualTo("Remarquable");
        assertThat(first.mark("1.2").notApplicable()).isTrue();
        assertThat(first.said()).isEqualTo(INDICATORS);
        juror.screenshot("marks-list");
        juror.fitsEveryScreen();
        assertThat(juror.complaints()).isEmpty();
    }

    @Test
    void twoJurorsSideBySideReadNothingOfEachOther(Visitors visitors) {
        var session = given.open(1);
        var one = visitors.signedIn(MarkingSessions.TOWN).open(sheetPage(session));
        var other = visitors.signedIn(MarkingSessions.ELECTED).open(sheetPage(session));
        radio(one, "2.1", "4").check();
        comment(one, "2.1").fill("Le mien seul");
        saved(one);
        radio(other, "2.1", "2").check();
        saved(other);
        one.reload();
        other.reload();

        assertThat(radio(one, "2.1", "4")).isChecked();
        assertThat(comment(one, "2.1")).hasValue("Le mien seul");
        assertThat(radio(other, "2.1", "2")).isChecked();
        assertThat(other.content()).doesNotContain("Le mien seul");
        var manager = visitors.signedIn("gestionnaire");
        assertThat(manager.open(notes(session)).locator("main")).containsText("0 sur 1");
        assertThat(manager.page().content()).doesNotContain("Le mien seul");
        manager.screenshot("marks-steer");
        manager.fitsEveryScreen();
    }

    @Test
    void whatIsTypedWhileTheNetworkIsCutIsKeptAndSentWhenItIsBack(Visitors visitors) {
        var session = given.open(1);
        var page = visitors.signedIn(MarkingSessions.TOWN).open(sheetPage(session));
        radio(page, "1.1", "2").check();
        saved(page);
        page.context().setOffline(true);
        radio(page, "1.1", "3").check();
        radio(page, "1.2", "n").check();
        comment(page, "1.3").fill("Typed in a tunnel");

        assertThat(state(page)).hasText("Hors ligne, gardé sur cet appareil");
        page.keyboard().press("Control+Enter");
        assertThat(state(page)).hasText("Hors ligne, gardé sur cet appareil");
        assertThat(sheet(session, 0, MarkingSessions.TOWN).mark("1.1").mark()).isEqualTo(2);
        page.context().setOffline(false);
        saved(page);

        var sheet = sheet(session, 0, MarkingSessions.TOWN);
        assertThat(sheet.mark("1.1").mark()).isEqualTo(3);
        assertThat(sheet.mark("1.2").notApplicable()).isTrue();
        assertThat(sheet.mark("1.3").comment()).isEqualTo("Typed in a tunnel");
    }

    @Test
    void whatCouldNotBeSentIsStillThereWhenThePageIsOpenedAgain(Visitors visitors) {
        var session = given.open(1);
        var page = visitors.signedIn(MarkingSessions.TOWN).open(sheetPage(session));
        page.route("**/api/v1/jury/**", route -> route.abort());
        radio(page, "1.1", "4").check();
        assertThat(state(page)).hasText("Hors ligne, gardé sur cet appareil");
        page.reload();
        assertThat(radio(page, "1.1", "4")).isChecked();
        assertThat(sheet(session, 0, MarkingSessions.TOWN).mark("1.1").mark()).isNull();
        page.unroute("**/api/v1/jury/**");
        page.reload();
        saved(page);

        assertThat(sheet(session, 0, MarkingSessions.TOWN).mark("1.1").mark()).isEqualTo(4);
    }

    @Test
    void aMarkThatWasChangedInAnotherWindowIsToldAndReplacedOnlyWhenSavedAgain(Visitors visitors) {
        var session = given.open(1);
        var juror = visitors.signedIn(MarkingSessions.TOWN);
        var page = juror.open(sheetPage(session));
        var second = page.context().newPage();
        second.navigate(sheetPage(session));
        radio(second, "1.1", "2").check();
        saved(second);
        radio(page, "1.1", "4").check();

        assertThat(page.locator("[data-mark='1.1'] [data-mark-fault]")).containsText("« 2 » est enregistré");
        assertThat(radio(page, "1.1", "4")).isChecked();
        assertThat(sheet(session, 0, MarkingSessions.TOWN).mark("1.1").mark()).isEqualTo(2);
        page.locator("button.button--second[value=save]").click();
        assertThat(page.locator("[role=status]").first()).containsText("Enregistré");
        assertThat(sheet(session, 0, MarkingSessions.TOWN).mark("1.1").mark()).isEqualTo(4);
    }

    @Test
    void aSheetThatLacksACommentIsRefusedWhereItLacksAndSubmittedOnceItIsThere(Visitors visitors) {
        var session = given.open(1);
        var page = visitors.signedIn(MarkingSessions.TOWN).open(sheetPage(session));
        for (var code : sheet(session, 0, MarkingSessions.TOWN).marks()) {
            radio(page, code.indicator(), code.indicator().equals("1.2") ? "0" : "3")
                    .check();
        }
        saved(page);
        page.reload();
        page.locator("button[value=submit]").click();

        assertThat(page.locator("#erreurs")).containsText("Commentez la note 0 de « Originalité de la démarche »");
        assertThat(page.locator("[data-mark='1.2'].field--wrong")).isVisible();
        assertThat(radio(page, "5.4", "3")).isChecked();
        comment(page, "1.2").fill("Rien de neuf");
        page.locator("button[value=submit]").click();
        page.waitForURL("**/notes");

        assertThat(sheet(session, 0, MarkingSessions.TOWN).state()).isEqualTo(SheetState.SUBMITTED);
    }

    @Test
    void withoutScriptsTheSamePageIsAFormThatKeepsWhatWasTyped(Visitors visitors) {
        var session = given.open(2);
        var juror = visitors.signedInWithoutScripts(MarkingSessions.TOWN);
        var page = juror.open(sheetPage(session));
        radio(page, "1.1", "5").press("Space");
        radio(page, "1.3", "3").press("Space");
        page.locator("button[value=submit]").click();
        page.locator("footer").waitFor();

        assertThat(page.locator("#erreurs")).containsText("Commentez la note 5 de « Analyse de l’existant »");
        assertThat(radio(page, "1.1", "5")).isChecked();
        assertThat(radio(page, "1.3", "3")).isChecked();
        juror.screenshot("mark-refused");
        comment(page, "1.1").fill("Un diagnostic partagé");
        for (var code : sheet(session, 0, MarkingSessions.TOWN).marks()) {
            if (!code.indicator().equals("1.1")) {
                radio(page, code.indicator(), "3").press("Space");
            }
        }
        page.locator("button[value=submit]").click();
        page.waitForURL("**/" + dossier(session, 1) + "?suite=1");

        assertThat(sheet(session, 0, MarkingSessions.TOWN).state()).isEqualTo(SheetState.SUBMITTED);
        page.locator("button[value=abstain]").click();
        page.waitForURL("**/notes");
        assertThat(page.locator("main")).containsText("2 sur 2 traités");
    }

    @Test
    void theResultsAreReadOnceRevealedAndTheJuryRetainsBesideThem(Visitors visitors) {
        var session = given.open(1);
        given.mark(session.id(), dossier(session, 0), MarkingSessions.TOWN, 4, "Commenté");
        given.mark(session.id(), dossier(session, 0), MarkingSessions.ELECTED, 1, "Insuffisant");
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(notes(session));
        page.locator("#early").check();
        page.locator("form[action$=revelation] button").click();
        page.locator("main a[href$=resultats]").click();
        page.waitForURL("**/resultats");

        assertThat(page.locator("tbody")).containsText("50,00");
        assertThat(page.locator("tbody")).containsText("À discuter");
        page.locator("#score").fill("55");
        page.locator("form[action$=resultats] button").click();
        assertThat(page.locator("#erreurs")).containsText("Dites pourquoi");
        page.locator("#reason").fill("Discuté en séance");
        page.locator("form[action$=resultats] button").click();
        assertThat(page.locator("tbody")).containsText("55,00");
        page.locator("tbody details summary").click();
        manager.screenshot("results-wide");
        manager.fitsEveryScreen();
        manager.screenshot("results-narrow");
    }

    @Test
    void theSheetFitsEveryScreen(Visitors visitors) {
        var session = given.open(2);
        var juror = visitors.signedIn(MarkingSessions.TOWN);
        var page = juror.open(sheetPage(session));
        radio(page, "1.1", "4").check();
        saved(page);
        page.locator("details summary").first().click();
        juror.screenshot("mark-wide");
        juror.fitsEveryScreen();
        juror.screenshot("mark-narrow");
        assertThat(juror.complaints()).isEmpty();
    }

    private Sheet sheet(JurySession session, int at, String juror) {
        return sheets.own(session.id(), dossier(session, at), given.actor(juror));
    }

    private static DossierNumber dossier(JurySession session, int at) {
        return session.onAgenda().get(at).dossier();
    }

    private static String notes(JurySession session) {
        return "/bureau/seances/" + session.id() + "/notes";
    }

    private static String sheetPage(JurySession session) {
        return notes(session) + "/" + dossier(session, 0);
    }

    private static Locator radio(Page page, String indicator, String value) {
        return page.locator("input[name='mark." + indicator + "'][value='" + value + "']");
    }

    private static Locator comment(Page page, String indicator) {
        return page.locator("textarea[name='comment." + indicator + "']");
    }

    private static Locator state(Page page) {
        return page.locator("[data-marks-state]");
    }

    private static void saved(Page page) {
        assertThat(state(page)).hasText("✓ Enregistré");
    }
}
