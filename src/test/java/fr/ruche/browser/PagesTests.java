package fr.ruche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.ruche.TestAccounts;
import fr.ruche.TestDossiers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page of ours on a large and on a small screen: readable by all, nothing cut off, nothing refused by the
 * browser.
 */
@BrowserTest
class PagesTests {

    @Autowired
    TestDossiers dossiers;

    @Test
    void thePublicReadsEveryPage(Visitors visitors) {
        reads(
                visitors.anybody(),
                "/",
                "/appels/DSDT-2015",
                "/appels/DSDT-2026",
                "/appels/DSDT-2026/eligibilite",
                "/connexion");
    }

    @Test
    void thePorteurReadsEveryPage(Visitors visitors) {
        var draft = dossiers.opened();
        var waiting = dossiers.conform();
        reads(
                visitors.signedIn("porteur"),
                "/porteur",
                "/porteur/dossiers/nouveau?appel=DSDT-2026",
                "/porteur/dossiers/" + draft + "/fiche",
                "/porteur/dossiers/" + waiting,
                "/porteur/dossiers/" + waiting + "/dossier",
                "/porteur/dossiers/" + waiting + "/pieces",
                "/porteur/dossiers/" + waiting + "/abandon");
    }

    @Test
    void theStewardReadsEveryPage(Visitors visitors) {
        var number = dossiers.judged();
        var waiting = dossiers.conform();
        reads(
                visitors.signedIn("gestionnaire"),
                "/bureau",
                "/bureau/dossiers",
                "/bureau/dossiers?words=rien&requestedFrom=1000",
                "/bureau/mes-taches",
                "/bureau/mes-taches?view=ALL&all=true",
                "/bureau/mes-taches?view=ALL&due=IN_15&free=true",
                "/bureau/pilotage",
                "/bureau/pilotage/parcours?version=1",
                "/bureau/pilotage/echeances?measure=F1",
                "/bureau/pilotage/delais?by=MEASURE",
                "/bureau/pilotage/incidents",
                "/bureau/pilotage/lots",
                "/bureau/pilotage/lots/nouveau?due=LATE",
                "/bureau/pilotage/equite?measure=F1",
                "/bureau/pilotage/equite/sans-fiche?scope=EVER",
                "/bureau/absences",
                "/bureau/recherches",
                "/bureau/recherches/nouvelle?query=due=LATE",
                "/bureau/dossiers/" + number,
                "/bureau/dossiers/" + number + "/jury",
                "/bureau/dossiers/" + number + "/retrait",
                "/bureau/dossiers/" + number + "/suspension",
                "/bureau/dossiers/" + number + "/etape",
                "/bureau/papier",
                "/bureau/dossiers/" + waiting + "/papier",
                "/bureau/seances",
                "/bureau/gestion/courriels",
                "/bureau/gestion/notifications",
                "/bureau/gestion/exports",
                "/bureau/gestion/journal",
                "/bureau/gestion/journal?subject=DSDT-2026-0001&domain=DOSSIER",
                "/bureau/gestion/journal/sceaux",
                "/bureau/gestion/commission",
                "/bureau/gestion/courriers",
                "/bureau/gestion/courriers/GRANTED",
                "/bureau/seances/" + dossiers.session("regional").id(),
                "/bureau/seances/" + dossiers.session("regional").id() + "/deports",
                "/bureau/interets",
                "/bureau/gouvernance",
                "/bureau/gouvernance?jury=246200364",
                "/bureau/gestion",
                "/bureau/gestion/seances/nouvelle",
                "/bureau/gestion/enveloppes/DSDT-2026",
                "/bureau/gestion/appels/DSDT-2026",
                "/bureau/gestion/territoires",
                "/bureau/gestion/territoires/246200364",
                "/bureau/gestion/difficultes",
                "/bureau/gestion/contours",
                "/bureau/gestion/quartiers");
    }

    @Test
    void theKeyboardAloneSkipsTheMenuAndSignsIn(Visitors visitors) {
        var page = visitors.anybody().open("/connexion");

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Aller au contenu");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("porteur");
        page.keyboard().press("Tab");
        page.keyboard().type(TestAccounts.PASSWORD);
        page.keyboard().press("Enter");

        page.waitForURL(url -> url.endsWith("/porteur"));
        assertThat(page.locator("h1").textContent()).isEqualTo("Mes dossiers");
    }

    @Test
    void aRefusedFicheSaysWhereAndKeepsWhatWasTyped(Visitors visitors) {
        var page = visitors.signedIn("porteur").open("/porteur/dossiers/nouveau?appel=DSDT-2026");
        page.locator("#title").fill("Titre gardé");
        page.locator("#estimatedCost").fill("1e9");
        page.locator("button[value=deposit]").click();

        assertThat(focused(page)).contains("Une réponse est à corriger");
        assertThat(page.locator("#title").inputValue()).isEqualTo("Titre gardé");
        assertThat(page.locator("#estimatedCost").inputValue()).isEqualTo("1e9");
        assertThat(page.locator("#estimatedCost").getAttribute("aria-invalid")).isEqualTo("true");
        page.locator("#erreurs a").click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("estimatedCost");
    }

    @Test
    void theBudgetIsCheckedWhileOneTypes(Visitors visitors) {
        var page = visitors.signedIn("porteur").open("/porteur/dossiers/" + dossiers.conform() + "/dossier");
        page.locator("#OPERATING_CHARGE input[name='line.amount']").first().fill("10 000,00");

        page.locator("#verification .tag:has-text('écart de')").first().waitFor();
        assertThat(page.locator("#verification").innerText()).contains("10\u202f000,00");
    }

    private static void reads(Visitor visitor, String... paths) {
        for (var path : paths) {
            visitor.open(path);
            visitor.fitsEveryScreen();
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }
}
