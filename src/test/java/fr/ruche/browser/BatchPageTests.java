package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.Dossiers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager acts on one dossier, and on all dossiers of a list. */
@BrowserTest
class BatchPageTests {

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    @Test
    void aListIsSuspendedAfterItWasTried(Visitors visitors) {
        for (var one = 0; one < 2; one++) {
            var number = dossiers.open(
                    TestDossiers.CALL,
                    given.holder(),
                    TestDossiers.titled(given.fiche("F1", false), "Rucher butineuse navigateur"));
            dossiers.depositFiche(number, given.holder());
        }
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers?words=butineuse");
        page.getByText("Agir sur ces dossiers").click();
        assertThat(page.locator("#list")).containsText("butineuse");
        press(page, "Essayer sans rien changer");
        assertThat(page.locator("#erreurs")).containsText("Choisissez ce qu’il faut faire");
        manager.fitsEveryScreen();
        page.getByLabel("Suspendre", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#motive").fill("Jugement attendu (fictif).");
        press(page, "Essayer sans rien changer");
        assertThat(page.locator("#essai")).isVisible();
        assertThat(page.locator("[role=status]").last())
                .containsText("2 dossiers, pris à chaque étape, ont été essayés sur 2");
        manager.fitsEveryScreen();
        manager.screenshot("batch-tried");
        press(page, "Lancer sur les 2 dossiers");
        assertThat(page.locator("h1")).hasText("Suspendre");
        assertThat(page.locator("#figures .tag").first()).hasText("Terminé"); // without reloading
        assertThat(page.locator("#figures")).containsText("2 sur 2");
        page.getByText("Faits", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        manager.fitsEveryScreen();
        manager.screenshot("batch-done");
        manager.open("/bureau/pilotage/lots");
        manager.fitsEveryScreen();
        manager.screenshot("batches");
        assertThat(manager.complaints()).allMatch(said -> said.contains("status of 400")); // what was left out
    }

    @Test
    void aDossierIsSuspendedResumedAndBroughtBack(Visitors visitors) {
        var number = given.judged();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number);
        page.getByText("Suspendre ce dossier").click();
        press(page, "Suspendre");
        assertThat(page.locator("#erreurs")).containsText("Donnez le motif");
        page.locator("#motive").fill("Contentieux en cours (fictif).");
        manager.fitsEveryScreen();
        press(page, "Suspendre");
        assertThat(page.locator("#maintenant")).containsText("Suspendu depuis le");
        manager.fitsEveryScreen();
        manager.screenshot("case-suspended");

        var holder = visitors.signedIn("porteur");
        var follow = holder.open("/porteur/dossiers/" + number);
        assertThat(follow.locator("main")).containsText("suspendu");
        holder.fitsEveryScreen();
        holder.screenshot("follow-suspended");

        page.getByText("Reprendre ce dossier").click();
        page.locator("#motive").fill("Le jugement est rendu (fictif).");
        press(page, "Reprendre");
        assertThat(page.locator("#maintenant")).not().containsText("Suspendu depuis le");

        page.getByText("Remettre à une étape").click();
        manager.fitsEveryScreen();
        manager.screenshot("case-step");
        press(page, "Remettre à cette étape");
        assertThat(page.locator("#erreurs")).containsText("Choisissez l’étape");
        page.getByLabel(Pattern.compile("Instruire le dossier")).check();
        page.locator("#motive").fill("Le règlement a été mal lu (fictif).");
        press(page, "Remettre à cette étape");
        assertThat(page.locator("#maintenant")).containsText("Instruire le dossier");
        assertThat(page.locator("main")).containsText("il était à « Enregistrer la décision »");
        assertThat(manager.complaints()).allMatch(said -> said.contains("status of 400")); // what was left out
    }
}
