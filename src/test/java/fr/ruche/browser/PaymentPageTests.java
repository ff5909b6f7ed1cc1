package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import fr.ruche.TestDossiers;
import fr.ruche.common.ParisTime;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager keeps the register of payments of a dossier; an instructor reads it. */
@BrowserTest
class PaymentPageTests {

    /** The call of the demonstration opens on the day of the first start. */
    private static final Year YEAR = Year.now(ParisTime.ZONE);

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
        page.locator("#line").selectOption(new SelectOption().setIndex(1));
        page.locator("#motive").fill("Mauvais dossier");
        send(page, "Annuler le paiement");
        assertThat(page.locator("main")).containsText("Annulation : Mauvais dossier");
        manager.fitsEveryScreen();
        manager.screenshot("payments");
        var porteur = visitors.signedIn("porteur");
        assertThat(porteur.open("/porteur/dossiers/" + number).locator("main")).containsText("Mandat fictif 1");
        porteur.fitsEveryScreen();

        page = manager.open("/bureau/gestion/enveloppes/DSDT-2026");
        send(page, "Déléguer le montant");
        assertThat(page.locator("#erreurs")).containsText("Choisissez deux enveloppes");
        page.locator("#from").selectOption(option("Jury régional, investissement, " + YEAR));
        page.locator("#to").selectOption(option("Jury territorial (CC du Pays de Mormal), investissement, " + YEAR));
        page.locator("#delegated").fill("0,01");
        page.locator("#motive").fill("Délibération fictive");
        send(page, "Déléguer le montant");
        assertThat(page.locator("main")).containsText("Montant délégué");
        assertThat(page.locator("main ol").last()).containsText("Délibération fictive");
        manager.fitsEveryScreen();
        manager.screenshot("counters");
        assertThat(visitors.signedIn("instructeur")
                        .open("/bureau/dossiers/" + number + "/paiements")
                        .locator("form.card"))
                .hasCount(0);
    }

    private static SelectOption option(String label) {
        return new SelectOption().setLabel(label);
    }

    private static void send(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator("footer").waitFor();
    }
}
