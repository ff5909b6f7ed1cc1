package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.ruche.jury.JurySession;
import fr.ruche.marking.MarkingSessions;
import fr.ruche.marking.Markings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A jury deliberates in front of its envelope: by keyboard, and without scripts. */
@BrowserTest
class DeliberationPageTests {

    @Autowired
    MarkingSessions given;

    @Autowired
    Markings markings;

    private JurySession revealed() {
        var session = given.open(3);
        for (int at = 0; at < 3; at++) {
            for (var juror : List.of(MarkingSessions.PRESIDENT, MarkingSessions.ELECTED, MarkingSessions.TOWN)) {
                given.mark(session.id(), session.onAgenda().get(at).dossier(), juror, at == 0 ? 4 : 3, "");
            }
        }
        markings.reveal(session.id(), true, given.actor("gestionnaire"));
        return session;
    }

    private static String address(JurySession session) {
        return "/bureau/seances/" + session.id() + "/deliberation";
    }

    private static void create(Page page, String name) {
        page.locator("#name").focus();
        page.keyboard().type(name);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Délibération – " + name);
    }

    @Test
    void theJuryTriesAppliesComparesAndValidatesWithTheKeyboardAlone(Visitors visitors) {
        var session = revealed();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open(address(session));
        create(page, "Au rang");
        assertThat(page.locator("main")).containsText("Part locale : 30,00 %");
        assertThat(page.locator("main")).containsText("✓ Plan équilibré");
        create(page, "Moins au premier");

        page.locator("a:has-text('Changer ce dossier')").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**#changer");
        page.locator("#action").focus();
        page.keyboard().type("Changer le montant");
        page.locator("#operating").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("4 000");
        page.locator("#motive").focus();
        page.keyboard().type("Poste réduit");
        page.locator("button[value=try]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("rien n’est enregistré");
        assertThat(page.locator("main")).containsText("▼ − 1 000,00 €".replace(' ', '\u00a0'));
        manager.screenshot("deliberation-trial");
        manager.fitsEveryScreen();
        page.locator("button[value=apply]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("Changement enregistré");
        assertThat(page.locator("main")).containsText("Il manque");
        page.locator("summary:has-text('Historique')").click();
        page.setViewportSize(1280, 900);
        manager.screenshot("deliberation-wide");
        manager.fitsEveryScreen();
        manager.screenshot("deliberation-narrow");

        manager.open(address(session) + "/comparaison");
        assertThat(page.locator("main")).containsText("1 dossier diffère sur 3");
        assertThat(page.locator("tbody tr").first()).containsText("≠ diffère");
        manager.fitsEveryScreen();
        manager.screenshot("deliberation-compared");

        manager.open(address(session));
        page.locator("button:has-text('Valider ce scénario')").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("Scénario validé");
        assertThat(page.locator("#changer")).hasCount(0);
        manager.fitsEveryScreen();
        assertThat(manager.complaints()).isEmpty();

        var member = visitors.signedIn(MarkingSessions.TOWN).open(address(session));
        assertThat(member.locator("h1")).hasText("Délibération – Moins au premier");
        assertThat(member.locator("main form[method=post]")).hasCount(0);
    }

    @Test
    void withoutScriptsARefusalKeepsWhatWasTypedAndTheRulesRecompute(Visitors visitors) {
        var session = revealed();
        var president = visitors.signedInWithoutScripts(MarkingSessions.PRESIDENT);
        var page = president.open(address(session));
        create(page, "Sans script");
        page.locator("#dossier")
                .selectOption(session.onAgenda().get(1).dossier().value());
        page.locator("#action").selectOption("POSTPONE");
        page.locator("#operating").fill("beaucoup");
        page.locator("button[value=apply]").click();
        page.locator("footer").waitFor();
        assertThat(page.locator("#erreurs")).containsText("beaucoup");
        assertThat(page.locator("#operating")).hasValue("beaucoup");
        page.locator("#operating").fill("");
        page.locator("button[value=apply]").click();
        assertThat(page.locator("#erreurs")).containsText("Dites pourquoi");
        page.locator("#motive").fill("Devis à venir");
        page.locator("button[value=apply]").click();
        assertThat(page.locator("[role=status]").first()).containsText("Changement enregistré");
        assertThat(page.locator("main")).containsText("Ajourné");

        page.locator("[id='policy.threshold']").fill("70");
        page.locator("form[action$=regles] button").click();
        assertThat(page.locator("[role=status]").first()).containsText("recalculé");
        assertThat(page.locator("main")).containsText("Le score 60 est inférieur au seuil de 70");
        assertThat(page.locator("main")).containsText("Défavorable");
    }
}
