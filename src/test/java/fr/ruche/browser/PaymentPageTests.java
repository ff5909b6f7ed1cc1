package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager keeps the register of payments of a dossier; an instructor reads it. */
@BrowserTest
class PaymentPageTests {

    @Autowired
    TestDossiers given;

    @Test
    void aPaymentIsRecordedAndCancelled(Visitors visitors) {
        var number = given.granted();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Paiements"))
                .click();
        page.locator("#credit").selectOption("OPERATING");
        page.locator("#amount").fill("9 000,00");
        page.locator("#paidOn").fill("01/04/2026");
        page.locator("#reference").fill("Mandat fictif 1");
        send(page, "Enregistrer le paiement");
        assertThat(page.locator("#erreurs")).containsText("dépassent ce qui reste à payer");
        manager.fitsEveryScreen();
        page.locator("#amount").fill("2 000,00");
        send(page, "Enregistrer le paiement");
        assertThat(page.locator("main")).containsText("Mandat fictif 1");
        page.locator("#line").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#motive").fill("Mauvais dossier");
        send(page, "Annuler le paiement");
        assertThat(page.locator("main")).containsText("Annulation : Mauvais dossier");
        manager.fitsEveryScreen();
        manager.screenshot("payments");
        manager.open("/bureau/gestion/enveloppes/DSDT-2026");
        manager.fitsEveryScreen();
        manager.screenshot("counters");
        assertThat(visitors.signedIn("instructeur")
                        .open("/bureau/dossiers/" + number + "/paiements")
                        .locator("form.card"))
                .hasCount(0);
    }

    private static void send(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator("footer").waitFor();
    }
}
