package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.commission.Commission;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager prepares a meeting of the commission permanente, tries it, records the vote and carries it out. */
@BrowserTest
class CommissionPageTests {

    @Autowired
    TestDossiers given;

    @Autowired
    Commission commission;

    @Autowired
    Dossiers dossiers;

    @Test
    void aMeetingIsPreparedTriedVotedAndCarriedOut(Visitors visitors) {
        var granted = given.judged();
        var other = given.judged();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion/commission");
        send(page, "Préparer");
        assertThat(page.locator("#erreurs")).containsText("Choisissez l’appel");
        page.locator("#call").selectOption(TestDossiers.CALL);
        page.locator("#day").fill("02/03/2026");
        page.locator("#title").fill("Première liste fictive");
        manager.fitsEveryScreen();
        send(page, "Préparer");
        assertThat(page.locator("h1")).hasText("Première liste fictive");
        var id = UUID.fromString(page.url().replaceAll(".*/", ""));
        for (var item : commission.get(id, given.manager()).items()) {
            if (!item.dossier().equals(granted) && !item.dossier().equals(other)) {
                commission.remove(id, item.dossier(), "D’un autre test", given.manager());
            }
        }

        page = manager.open("/bureau/gestion/commission/" + id);
        page.locator("#dossier").selectOption(other.value());
        page.locator("#outcome").selectOption("REJETE");
        send(page, "Changer");
        assertThat(page.locator("#erreurs")).containsText("Dites pourquoi la décision proposée diffère");
        page.locator("#motive").fill("Crédits insuffisants");
        send(page, "Changer");
        assertThat(page.locator("main")).containsText("Crédits insuffisants");
        page.locator("#dossier").selectOption(granted.value());
        page.locator("#memberName").fill("Claude Fictif");
        page.locator("#motive").fill("Siège au conseil du porteur");
        send(page, "Ne prend pas part au vote");
        assertThat(page.locator("main")).containsText("Claude Fictif");
        send(page, "Essayer l’exécution");
        assertThat(page.locator("main")).containsText("2. Seraient refusées");
        page.locator("summary").first().click();
        assertThat(page.locator("details p.pre").first()).containsText("ESSAI");
        manager.fitsEveryScreen();
        manager.screenshot("meeting");
        assertThat(dossiers.get(granted).status()).isNotEqualTo(DossierStatus.ATTRIBUE);

        send(page, "Enregistrer la délibération");
        assertThat(page.locator("#erreurs")).containsText("Le nombre de voix pour est obligatoire");
        page.locator("#deliberationNumber").fill("2026-CP-7");
        page.locator("#inFavour").fill("40");
        send(page, "Enregistrer la délibération");
        assertThat(page.locator("main")).containsText("0 sur 2");
        send(page, "Exécuter les décisions");
        assertThat(page.locator("main")).containsText("2 sur 2");
        manager.fitsEveryScreen();
        manager.screenshot("meeting-done");
        assertThat(dossiers.get(granted).status()).isEqualTo(DossierStatus.ATTRIBUE);
        assertThat(dossiers.get(other).status()).isEqualTo(DossierStatus.REJETE);
        assertThat(visitors.signedIn("instructeur")
                        .open("/bureau/gestion/commission")
                        .locator("h1"))
                .not()
                .hasText("Commission permanente");
    }

    private static void send(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator("footer").waitFor();
    }
}
