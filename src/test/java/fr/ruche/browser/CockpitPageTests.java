package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager follows a call: the funnel, the diagram, what is soon due, how long each took. */
@BrowserTest
class CockpitPageTests {

    private static final String CALL = "?call=" + TestDossiers.CALL;

    @Autowired
    TestDossiers given;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient sql;

    @Test
    void everyPageFitsEveryScreen(Visitors visitors) {
        given.judged();
        given.granted();
        var manager = visitors.signedIn("gestionnaire");
        for (var one : List.of("", "/parcours", "/echeances", "/delais")) {
            var page = manager.open("/bureau/pilotage" + one + CALL);
            assertThat(page.locator(".instant")).containsText("Mis à jour tout seuls");
            if (one.equals("/parcours")) {
                assertThat(page.locator(".djs-shape").first()).isVisible();
            } else {
                assertThat(page.locator(".chart svg").first()).isVisible();
            }
            manager.fitsEveryScreen();
            manager.screenshot("cockpit" + one.replace('/', '-'));
            assertThat(manager.complaints()).as(one).isEmpty();
        }
    }

    @Test
    void thePagesKeepTheFiltersOfEachOther(Visitors visitors) {
        var page = visitors.signedIn("gestionnaire").open("/bureau/pilotage" + CALL + "&measure=F1");
        for (var tab : List.of("Parcours", "Échéances et charge", "Délais", "Vue d’ensemble")) {
            page.locator(".chips").getByText(tab).click();
            assertThat(page.locator(".chips [aria-current=page]")).hasText(tab);
            assertThat(page.locator("#measure")).hasValue("F1");
        }
    }

    @Test
    void aFigureOpensTheListBehindIt(Visitors visitors) {
        given.fullDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/pilotage" + CALL + "&measure=F1");
        var figure = page.locator("#funnel tbody tr").nth(1).locator("td a").first();
        var shown = figure.textContent();

        figure.click();

        assertThat(page).hasURL(Pattern.compile(".*reached=CONFORME.*"));
        assertThat(page.locator("[role=status]").first()).containsText(shown + " dossier");
        assertThat(page.locator("#reached")).hasValue("CONFORME");
        assertThat(page.locator("#measure")).hasValue("F1");
    }

    @Test
    void theFormKeepsWhatItDoesNotOffer(Visitors visitors) {
        given.ficheDeposited();
        var page = visitors.signedIn("gestionnaire").open("/bureau/pilotage" + CALL + "&clock=INTERCOMMUNALITE");
        assertThat(page.locator("form[role=search]").last()).containsText("Entre les mains de : Intercommunalité");
        page.locator("#by").selectOption("HOLDER_KIND");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filtrer"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*clock=INTERCOMMUNALITE.*"));
        assertThat(page.locator("#figures")).containsText("Association");
    }

    @Test
    void theDiagramShowsWhatEachStepHoldsAndOpensIt(Visitors visitors) {
        given.ficheDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/pilotage/parcours" + CALL);
        var row = page.locator("tr[data-step=userTask_checkConformity]");
        var bubble = page.locator("[data-container-id=userTask_checkConformity] .bubble");
        assertThat(bubble).containsText(Pattern.compile("^" + row.getAttribute("data-count")));
        var receipts = page.locator("#others tr[data-element=serviceTask_acknowledgeFiche]");
        assertThat(receipts).containsText("Accuser réception de la fiche");
        assertThat(page.locator("[data-container-id=serviceTask_acknowledgeFiche] .bubble--passed"))
                .hasText(receipts.getAttribute("data-passed"));
        page.getByLabel("Qui tient le dossier").check();
        assertThat(bubble).containsText("Intercommunalité");
        assertThat(page.locator("[data-element-id=userTask_checkConformity].held-INTERCOMMUNALITE"))
                .hasCount(1);
        assertThat(page.locator("[data-legend=holder]")).isVisible();
        page.getByLabel("Dossiers en attente").check();
        assertThat(page.locator("[data-element-id=userTask_checkConformity].has-list"))
                .hasClass(Pattern.compile(".*heat-[1-4].*"));
        manager.screenshot("cockpit-diagram");

        page.locator("[data-element-id=userTask_checkConformity] .djs-visual rect")
                .first()
                .click(new Locator.ClickOptions().setForce(true));

        assertThat(page).hasURL(Pattern.compile(".*/bureau/dossiers\\?.*step=userTask_checkConformity.*"));
    }

    @Test
    void figuresMoveWithoutReloading(Visitors visitors) {
        var page = visitors.signedIn("gestionnaire").open("/bureau/pilotage" + CALL);
        assertThat(page.locator(".instant")).containsText("Mis à jour tout seuls");
        var figure = page.locator("#funnel tbody tr").first().locator("td a").first();
        var before = Integer.parseInt(figure.textContent().replaceAll("\\D", ""));
        figure.focus();
        page.evaluate("window.notReloaded = true");

        given.ficheDeposited();

        page.waitForFunction(
                "before => Number(document.querySelector('#funnel tbody tr td a').textContent.replace(/\\D/g, '')) > before",
                before);
        assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(figure).isFocused();
    }

    @Test
    void aManagerTriesAnIncidentAgain(Visitors visitors) {
        var number = given.conform();
        sql.sql("update dossier set call = 'PERDU' where number = ?")
                .param(number.value())
                .update();
        var job = sql.sql("select j.id_ from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_"
                        + " join act_ru_jobdef f on f.id_ = j.job_def_id_"
                        + " where i.business_key_ = ? and f.act_id_ = 'timer_dossierDeadline'")
                .param(number.value())
                .query(String.class)
                .single();
        while (management.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("PERDU");
        }
        sql.sql("update dossier set call = ? where number = ?")
                .params(TestDossiers.CALL, number.value())
                .update();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/pilotage");
        page.locator(".chips").getByText("Incidents").click();
        var row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number.value()));
        assertThat(row).containsText("Date limite atteinte");
        assertThat(row).containsText("PERDU");
        assertThat(row).containsText("Abandonné après trois essais");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Réessayer"))
                .click();
        assertThat(page.locator("#erreurs")).containsText("Cochez au moins un incident");
        manager.fitsEveryScreen();
        manager.screenshot("cockpit-incidents");
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(number.value()))
                .locator("input")
                .check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Réessayer"))
                .click();
        assertThat(page.locator("main")).containsText("Un incident est essayé de nouveau");
        management.executeJob(job);
        page.reload();
        assertThat(page.locator("main")).not().containsText(number.value());
    }

    @Test
    void aManagerHandsTheLoadOfAnOfficerOn(Visitors visitors) {
        given.ficheDeposited();
        var manager = visitors.signedIn("gestionnaire");
        var page = manager.open("/bureau/pilotage/echeances" + CALL);
        var row = page.locator("#groups tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Conformité, CA de Lens"));
        var open = row.locator("td a").first().textContent();
        row.locator("td a").first().click();

        assertThat(page).hasURL(Pattern.compile(".*group=conformity-" + TestDossiers.TERRITORY + ".*"));
        assertThat(page.locator("#group")).hasValue("conformity-" + TestDossiers.TERRITORY);
        assertThat(Integer.parseInt(open.replaceAll("\\D", ""))).isPositive();
        page.locator("#free").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filtrer"))
                .click();
        assertThat(page.locator("#tasks tbody tr").first()).containsText("Vérifier la conformité");
        assertThat(page.locator("#tasks tbody tr").first()).containsText("Personne");
        manager.fitsEveryScreen();
        page.locator("#tasks input[type=checkbox]").first().check();
        page.locator("#to").selectOption("technicien");
        page.locator("#motive").fill("Pour répartir la charge");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confier"))
                .click();
        assertThat(page.locator("[role=status]").first()).containsText("Une tâche a changé de mains");
        assertThat(page).hasURL(Pattern.compile(".*group=conformity-" + TestDossiers.TERRITORY + ".*"));
    }
}
