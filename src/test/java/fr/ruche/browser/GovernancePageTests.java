package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.ruche.TestDossiers;
import org.junit.jupiter.api.Test;

/** A manager keeps the registry of who sits, and composes a session from it with one button. */
@BrowserTest
class GovernancePageTests {

    private static final String JURY = "200072460";

    @Test
    void seatsAreEnteredEndedAndMakeASession(Visitors visitors) {
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/gouvernance?jury=" + JURY);
        page.locator("#name").fill("Ange Fictif, conseillère régionale");
        page.locator("#since").fill("hier");
        send(page, "Inscrire");
        assertThat(page.locator("#erreurs")).containsText("« hier »");
        assertThat(page.locator("#name")).hasValue("Ange Fictif, conseillère régionale");
        manager.fitsEveryScreen();

        page.locator("#since").fill("01/01/2030");
        page.locator("#college").selectOption("REGION");
        page.locator("#president").check();
        send(page, "Inscrire");
        assertThat(page.locator("table").first()).containsText("titulaire, présidence");
        enter(page, "Eli Exemple, élu", "INTERCOMMUNALITE", false);
        enter(page, "Noa Exemple, élu", "INTERCOMMUNALITE", true);
        enter(page, "Val Exemple, conseiller régional", "REGION", false);
        manager.fitsEveryScreen();
        page.locator("#seat")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel("Val Exemple, conseiller régional (Région)"));
        page.locator("#lastDay").fill("31/12/2030");
        page.locator("#motive").fill("Fin de mandat");
        send(page, "Mettre fin");
        assertThat(page.locator("[role=status]").first()).containsText("Fin du siège enregistrée");
        assertThat(page.locator("table").first()).containsText("Fin de mandat");
        manager.screenshot("governance");

        page = manager.open("/bureau/gestion/seances/nouvelle");
        send(page, "Reprendre la composition du registre");
        assertThat(page.locator("#erreurs")).containsText("Donnez d’abord le jour");
        page.locator("[name=call]").selectOption(TestDossiers.CALL);
        page.locator("[name=jury]").selectOption(JURY);
        page.locator("[name=day]").fill("03/03/2031");
        page.locator("[name=time]").fill("14:00");
        page.locator("[name=place]").fill("Lieu fictif");
        page.locator("[name=follow]").uncheck();
        send(page, "Reprendre la composition du registre");
        assertThat(page.locator("[name='member0.name']")).hasValue("Ange Fictif, conseillère régionale");
        assertThat(page.locator("#president0")).isChecked();
        assertThat(page.locator("[name='member1.college']")).hasValue("INTERCOMMUNALITE");
        assertThat(page.locator("[name='member2.substitute']")).isChecked();
        assertThat(page.locator("[name='member3.name']")).hasValue("");
        assertThat(page.locator("[name=place]")).hasValue("Lieu fictif");
        assertThat(page.locator("[name=follow]")).not().isChecked();
        manager.fitsEveryScreen();
        manager.screenshot("composed");
        send(page, "Convoquer la séance");
        assertThat(page.locator("aside")).containsText("Noa Exemple, élu (Intercommunalité, suppléance)");
        assertThat(manager.complaints()).allMatch(complaint -> complaint.contains("status of 400"));
    }

    @Test
    void othersDoNotReadIt(Visitors visitors) {
        assertThat(visitors.signedIn("instructeur").open("/bureau/gouvernance").locator("h1"))
                .not()
                .hasText("Gouvernance des jurys");
    }

    private static void enter(Page page, String name, String college, boolean substitute) {
        page.locator("#name").fill(name);
        page.locator("#college").selectOption(college);
        page.locator("#since").fill("01/01/2030");
        page.locator("#substitute").setChecked(substitute);
        send(page, "Inscrire");
        assertThat(page.locator("table").first()).containsText(name);
    }

    private static void send(Page page, String name) {
        button(page, name).click();
        page.locator("footer").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                com.microsoft.playwright.options.AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
