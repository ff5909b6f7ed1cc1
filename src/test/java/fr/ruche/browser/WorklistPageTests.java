package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ruche.browser.TaskRows.box;
import static fr.ruche.browser.TaskRows.button;
import static fr.ruche.browser.TaskRows.link;
import static fr.ruche.browser.TaskRows.row;
import static fr.ruche.browser.TaskRows.tick;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer hands tasks on from a page of ours, many at once. */
@BrowserTest
class WorklistPageTests {

    private static final String ARRAGEOIS = "200033579";

    @Autowired
    TestDossiers given;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    @BeforeEach
    void twoOfficersOfOneIntercommunality() {
        accounts.ensure("arras-a", new Membership(Role.CONFORMITY_OFFICER, ARRAGEOIS));
        accounts.ensure("arras-b", new Membership(Role.CONFORMITY_OFFICER, ARRAGEOIS));
    }

    @Test
    void tasksAreTakenHandedOnAndGivenBackTogether(Visitors visitors) {
        var first = fiche();
        var second = fiche();
        var officer = visitors.signedIn("arras-a");
        var page = officer.open("/bureau");
        link(page, "Répartir mes tâches").click();
        button(page, "Prendre en charge").click();
        assertThat(summary(page)).containsText("Cochez au moins une tâche");
        officer.fitsEveryScreen();

        tick(page, first);
        tick(page, second);
        button(page, "Confier").click();
        assertThat(summary(page).locator("li"))
                .containsText(new String[] {"Dites à qui les tâches sont confiées", "Dites pourquoi"});
        assertThat(box(page, first)).isChecked();
        assertThat(box(page, second)).isChecked();
        officer.fitsEveryScreen();

        button(page, "Prendre en charge").click();
        assertThat(page.locator("[role=status]")).containsText("2 tâches ont changé de mains");
        assertThat(row(page, first)).containsText("Vous");

        tick(page, first);
        page.locator("[name=to]").selectOption("arras-b");
        page.locator("[name=motive]").fill("Je pars une semaine");
        button(page, "Confier").click();
        assertThat(page.locator("[role=status]")).containsText("Une tâche a changé de mains");
        assertThat(row(page, first)).containsText("Compte arras-b");

        tick(page, second);
        page.locator("[name=motive]").fill("Je pars une semaine");
        button(page, "Rendre au groupe").click();
        assertThat(row(page, second)).containsText("Personne");
        officer.open("/bureau/dossiers/" + first);
        assertThat(page.locator("#historique")).containsText("confiée à Compte arras-b. Motif : Je pars une semaine");
    }

    @Test
    void whatChangedMeanwhileIsToldAndTheRestIsDone(Visitors visitors) {
        var free = fiche();
        var taken = fiche();
        var late = visitors.signedIn("arras-a");
        var page = late.open("/bureau/mes-taches?view=FREE");
        tick(page, free);
        tick(page, taken);
        var quick = visitors.signedIn("arras-b").open("/bureau/mes-taches?view=FREE");
        tick(quick, taken);
        button(quick, "Prendre en charge").click();
        assertThat(quick.locator("[role=status]")).containsText("Une tâche a changé de mains");

        button(page, "Prendre en charge").click();
        assertThat(page.locator("[role=status]")).containsText(free.value());
        assertThat(page.locator("main [role=alert]")).containsText(taken.value());
        assertThat(page.locator("main [role=alert]")).containsText("Compte arras-b l’a prise en charge");
        late.fitsEveryScreen();
        assertThat(late.complaints()).isEmpty();
    }

    @Test
    void aManagerTicksAllTasksOfEveryone(Visitors visitors) {
        fiche();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/mes-taches?view=ALL");
        link(page, "Tout cocher").click();
        assertThat(page.locator("[name=task]:checked"))
                .hasCount(page.locator("[name=task]").count());
        assertThat(page.locator("[name=task]:checked").count()).isPositive();
        var officer = visitors.signedIn("arras-a");
        officer.open("/bureau/mes-taches?view=ALL");
        assertThat(officer.page().locator("main")).containsText("Seul un gestionnaire voit les tâches de tous");
    }

    @Test
    void theTasksOfASessionLeadToIt(Visitors visitors) {
        var session = given.putOnAgenda(given.instructed());
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/mes-taches");
        var line = page.locator("#seances tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href$='" + session.id() + "']")));
        assertThat(line).containsText("Préparer l’ordre du jour");
        assertThat(line).containsText("Personne");
        manager.fitsEveryScreen();
        line.getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile(".*/bureau/seances/" + session.id()));

        var officer = visitors.signedIn("arras-a");
        officer.open("/bureau/mes-taches");
        assertThat(officer.page().locator("footer")).isVisible();
        assertThat(officer.page().locator("#seances")).hasCount(0);
    }

    private DossierNumber fiche() {
        var number = given.ficheDeposited();
        dossiers.forward(number, ARRAGEOIS, "Essai", given.manager());
        return number;
    }

    private static Locator summary(Page page) {
        return page.locator("#erreurs");
    }
}
