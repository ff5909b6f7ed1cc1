package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ruche.browser.TaskRows.button;
import static fr.ruche.browser.TaskRows.link;
import static fr.ruche.browser.TaskRows.row;
import static fr.ruche.browser.TaskRows.tick;

import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer goes away, a colleague stands in and answers in Tasklist, the officer comes back. */
@BrowserTest
class AbsencePageTests {

    private static final String CAUDRESIS = "200030633";

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Clock clock;

    @BeforeEach
    void twoOfficersOfOneIntercommunality() {
        accounts.ensure("caudry-a", new Membership(Role.CONFORMITY_OFFICER, CAUDRESIS));
        accounts.ensure("caudry-b", new Membership(Role.CONFORMITY_OFFICER, CAUDRESIS));
    }

    @Test
    void anOfficerGoesAwayAndComesBack(Visitors visitors) {
        var answered = fiche();
        var left = fiche();
        var officer = visitors.signedIn("caudry-a");
        var page = officer.open("/bureau/mes-taches?view=FREE");
        tick(page, answered);
        tick(page, left);
        button(page, "Prendre en charge").click();
        assertThat(page.locator("[role=status]")).containsText("2 tâches ont changé de mains");

        link(page, "Absences").click();
        page.locator("[name=firstDay]").fill("31/02/2027");
        page.locator("[name=substitute]").selectOption("caudry-b");
        button(page, "Déclarer l’absence").click();
        assertThat(page.locator("#erreurs")).containsText("31/02/2027");
        assertThat(page.locator("[name=substitute]")).hasValue("caudry-b");
        officer.fitsEveryScreen();

        page.locator("[name=firstDay]").fill(inDays(0));
        page.locator("[name=lastDay]").fill(inDays(4));
        button(page, "Déclarer l’absence").click();
        assertThat(page.locator("[role=status]")).containsText("Absence déclarée");
        assertThat(page.locator("tbody")).containsText("Compte caudry-b");
        officer.fitsEveryScreen();

        var substitute = visitors.signedIn("caudry-b");
        var desk = substitute.open("/bureau");
        assertThat(desk.locator("main")).containsText("Vous remplacez Compte caudry-a jusqu’au " + inDays(4));
        substitute.open("/bureau/mes-taches?view=MINE");
        assertThat(row(desk, answered)).containsText("pour Compte caudry-a");
        substitute.fitsEveryScreen();
        var tasklist = Tasklist.open(substitute, answered.value());
        assertThat(tasklist.tasks()).containsText("pour Compte caudry-a");
        tasklist.choose("Conforme").complete();
        substitute.open("/bureau/dossiers/" + answered);
        assertThat(desk.locator("#historique")).containsText("Compte caudry-b, pour Compte caudry-a");

        officer.open("/bureau");
        assertThat(page.locator("main")).containsText("Votre absence est déclarée");
        officer.open("/bureau/absences");
        page.getByText("Mettre fin").last().click();
        assertThat(page.locator("[role=status]")).containsText("Absence terminée");
        officer.open("/bureau/mes-taches?view=MINE");
        assertThat(row(page, left)).containsText("Vous");
    }

    private DossierNumber fiche() {
        var number = given.ficheDeposited();
        dossiers.forward(number, CAUDRESIS, "Essai", given.manager());
        return number;
    }

    private String inDays(int days) {
        return FrenchDay.format(ParisTime.dayOf(clock.instant()).plusDays(days));
    }
}
