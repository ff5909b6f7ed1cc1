package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an officer does with the list of dossiers, by an account of the test, because columns and searches are kept. */
@BrowserTest
class ListTests {

    @Autowired
    TestDossiers examples;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Dossiers dossiers;

    String officer = "";
    String mark = "";

    @BeforeEach
    void anOfficerAndAWordOfThisTest() {
        var own = UUID.randomUUID().toString().substring(0, 8);
        officer = "liste-" + own;
        mark = "zk" + own;
        accounts.ensure(officer, new Membership(Role.CONFORMITY_OFFICER, TestDossiers.TERRITORY));
    }

    @Test
    void oneGoesThroughAListFromDossierToDossierWithoutScripts(Visitors visitors) {
        var first = deposited("A " + mark);
        var second = deposited("B " + mark);
        var third = deposited("C " + mark);
        var visitor = visitors.signedInWithoutScripts(officer);
        var page = visitor.open("/bureau/dossiers?sort=TITLE&words=" + mark);
        assertThat(page.locator("[role=status]")).hasText("3 dossiers");

        link(page, "A " + mark).click();
        assertThat(page.locator("h1")).hasText("A " + mark);
        assertThat(page.getByText("Premier de la liste")).isVisible();
        link(page, "Dossier suivant").click();
        assertThat(page.locator("h1")).hasText("B " + mark);
        examples.answer(second, "userTask_checkConformity", officer, examples.conformAnswer("F1"));
        page.reload();
        link(page, "Dossier suivant").click();
        assertThat(page.locator("h1")).hasText("C " + mark);
        assertThat(page.getByText("Dernier de la liste")).isVisible();
        link(page, "Dossier précédent").click();
        link(page, "Dossier précédent").click();
        assertThat(page.locator(".crumbs [aria-current]")).hasText(first.value());
        link(page, "Retour à la liste").click();
        assertThat(field(page, "words")).hasValue(mark);
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody")).containsText(third.value());
    }

    @Test
    void aDossierThatHasLeftTheListStillLeadsToTheNext(Visitors visitors) {
        var first = deposited("A " + mark);
        deposited("B " + mark);
        var page = visitors.signedIn(officer)
                .open("/bureau/dossiers?sort=TITLE&step=userTask_checkConformity&words=" + mark);
        link(page, "A " + mark).click();
        examples.answer(first, "userTask_checkConformity", officer, examples.conformAnswer("F1"));
        page.reload();

        link(page, "Dossier suivant").click();
        assertThat(page.locator("h1")).hasText("B " + mark);
        assertThat(page.getByText("Premier de la liste")).isVisible();
    }

    @Test
    void theListIsNotLostByAFormThatIsSentOnTheWay(Visitors visitors) {
        var number = deposited("A " + mark);
        deposited("B " + mark);
        var page = visitors.signedIn("gestionnaire").open("/bureau/dossiers?sort=TITLE&words=" + mark);
        link(page, "A " + mark).click();
        link(page, "Transmettre à l’autorité compétente").click();
        button(page, "Transmettre la fiche").click();
        assertThat(page.locator("#erreurs")).isVisible();
        page.locator("[name=to]").selectOption("REGION");
        page.locator("[name=motive]").fill("Opération régionale");
        button(page, "Transmettre la fiche").click();
        assertThat(page.locator("main")).containsText("Fiche transmise");
        assertThat(page.locator(".crumbs [aria-current]")).hasText(number.value());

        link(page, "Dossier suivant").click();
        assertThat(page.locator("h1")).hasText("B " + mark);
    }

    @Test
    void columnsAreChosenByTheKeyboardAndKept(Visitors visitors) {
        deposited("Colonnes " + mark);
        var visitor = visitors.signedIn(officer);
        var page = visitor.open("/bureau/dossiers?words=" + mark);
        var fold = page.getByText("Colonnes", new Page.GetByTextOptions().setExact(true))
                .first();
        fold.focus();
        page.keyboard().press("Enter");
        page.locator("#column-SIRET").focus();
        page.keyboard().press("Space");
        button(page, "Appliquer ces colonnes").focus();
        page.keyboard().press("Enter");
        page.locator("th:has-text('SIRET')").waitFor();
        page.locator("footer").waitFor();

        assertThat(page.locator("tbody")).containsText("99900001100018");
        assertThat(field(page, "words")).hasValue(mark);
        visitor.open("/bureau/dossiers?sort=TITLE&words=" + mark);
        assertThat(page.locator("thead")).containsText("SIRET");
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Projet");
        page.locator("thead").getByText("Projet").click();
        assertThat(page.locator("th[aria-sort=descending]")).hasText("Projet");
        visitor.fitsEveryScreen();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aSearchIsKeptRenamedAndBegunWith(Visitors visitors) {
        deposited("Gardée " + mark);
        var visitor = visitors.signedIn(officer);
        var page = visitor.open("/bureau/dossiers?words=" + mark);
        link(page, "Garder cette recherche").click();
        button(page, "Enregistrer").click();
        assertThat(page.locator("#erreurs")).containsText("Le nom de la recherche est obligatoire");
        visitor.fitsEveryScreen();
        field(page, "name").fill("Ma recherche");
        page.locator("#usual").check();
        button(page, "Enregistrer").click();
        assertThat(page.locator("main")).containsText("Recherche gardée");
        assertThat(page.locator(".chips [aria-current]")).hasText("Ma recherche");
        visitor.fitsEveryScreen();

        visitor.open("/bureau/dossiers");
        assertThat(field(page, "words")).hasValue(mark);
        link(page, "Gérer").click();
        link(page, "Renommer « Ma recherche »").click();
        field(page, "name").fill("Autre nom");
        button(page, "Enregistrer").click();
        assertThat(page.locator("tbody")).containsText("Autre nom");
        visitor.fitsEveryScreen();
        button(page, "Supprimer « Autre nom »").click();
        assertThat(page.locator("main")).containsText("Vous ne gardez encore aucune recherche");
    }

    @Test
    void aWrongFilterIsNamedAndNothingTypedIsLost(Visitors visitors) {
        var visitor = visitors.signedIn(officer);
        var page = visitor.open("/bureau/dossiers");
        page.getByText("Plus de filtres").click();
        field(page, "requestedFrom").fill("beaucoup");
        field(page, "receivedFrom").fill("31/02/2026");
        field(page, "words").fill("jardin");
        button(page, "Filtrer").click();

        assertThat(page.locator("#erreurs")).containsText("« beaucoup » n’est pas un montant");
        assertThat(page.locator("#erreurs")).containsText("« 31/02/2026 » n’est pas une date");
        assertThat(field(page, "requestedFrom")).hasValue("beaucoup");
        assertThat(field(page, "requestedFrom")).isVisible();
        assertThat(field(page, "words")).hasValue("jardin");
        visitor.fitsEveryScreen();
    }

    @Test
    void theListLeavesAsAFile(Visitors visitors) {
        var number = deposited("Fichier " + mark);
        var page = visitors.signedIn(officer).open("/bureau/dossiers?words=" + mark);

        for (var kind : List.of("CSV", "classeur (XLSX)")) {
            var file =
                    page.waitForDownload(() -> link(page, "Exporter en " + kind).click());
            assertThat(file.suggestedFilename()).startsWith("dossiers.");
            assertThat(file.failure()).isNull();
        }
        assertThat(page.locator("tbody")).containsText(number.value());
    }

    private DossierNumber deposited(String title) {
        var fiche = TestDossiers.titled(examples.fiche("F1", false), title);
        var number = dossiers.open(TestDossiers.CALL, examples.holder(), fiche);
        dossiers.depositFiche(number, examples.holder());
        return number;
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
