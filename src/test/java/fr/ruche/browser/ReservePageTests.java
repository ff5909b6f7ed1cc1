package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.DossierStatus;
import fr.ruche.dossier.Dossiers;
import fr.ruche.funding.ReserveList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A porteur answers to a grant; a manager calls from the reserve list and records an answer on paper. */
@BrowserTest
class ReservePageTests {

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ReserveList reserve;

    private DossierNumber reserved() {
        var number = given.judged();
        given.answer(
                number,
                "userTask_recordDecision",
                "gestionnaire",
                Map.of(
                        "decisionOutcome", "LISTE_COMPLEMENTAIRE",
                        "deliberationNumber", "2026-L",
                        "deliberationDate", "02/03/2026"));
        return number;
    }

    @Test
    void aPorteurAcceptsTheGrant(Visitors visitors) {
        var number = given.offered();
        var holder = visitors.signedIn("porteur");
        var page = holder.open("/porteur/dossiers/" + number);
        assertThat(page.locator("main")).containsText("dites si vous l’acceptez");
        holder.fitsEveryScreen();
        holder.screenshot("grant-answer");

        send(page, "Accepter la subvention");

        assertThat(page.locator("[role=status]")).containsText("La subvention est acceptée");
        assertThat(page.locator("main")).containsText("Subvention acceptée");
        assertThat(dossiers.get(number).step()).isNull();
    }

    @Test
    void aManagerRecordsAnAnswerOnPaper(Visitors visitors) {
        var number = given.offered();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/dossiers/" + number);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Réponse du porteur reçue sur papier"))
                .click();
        send(page, "Refuser la subvention");
        assertThat(page.locator("#erreurs")).containsText("Dites comment la réponse du porteur est venue");
        manager.fitsEveryScreen();
        manager.screenshot("grant-paper");
        page.locator("#motive").fill("Lettre du 3 mars 2026");
        send(page, "Refuser la subvention");

        assertThat(page.locator("main")).containsText("La subvention est refusée");
        assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.RENONCE);
    }

    @Test
    void aManagerCallsFromTheReserveList(Visitors visitors) {
        reserved();
        var number = reserved();
        var rank = reserve.on(number, given.holder()).orElseThrow().rank();
        assertThat(visitors.signedIn("porteur")
                        .open("/porteur/dossiers/" + number)
                        .locator("main"))
                .containsText("Rang sur la liste complémentaire");
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gestion");
        page.locator("a[href$='/liste-complementaire/" + TestDossiers.CALL + "']")
                .click();
        page.locator("#dossier").selectOption(number.value());
        send(page, "Appeler");
        assertThat(page.locator("#erreurs")).containsText("Ce dossier est au rang " + rank);
        page.locator("#motive").fill("Le premier attend son permis");
        manager.fitsEveryScreen();
        send(page, "Appeler");

        assertThat(page.locator("main")).containsText("crédits mis de côté, décision à prendre");
        assertThat(page.locator("main")).containsText("Le premier attend son permis");
        manager.fitsEveryScreen();
        manager.screenshot("reserve");
        assertThat(dossiers.get(number).step()).isEqualTo("userTask_recordDecision");
    }

    private static void send(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator("footer").waitFor();
    }
}
