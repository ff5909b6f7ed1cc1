package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ruche.workshop.WorkshopGiven.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.ruche.TestCalls;
import fr.ruche.TestDiagram;
import fr.ruche.TestDossiers;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.WorkshopGiven;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A modeller and a manager bring a version into service, without a script. */
@BrowserTest
class WorkshopPageTests {

    private static final String PATH = "/bureau/atelier";

    @Autowired
    WorkshopGiven given;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestCalls call;

    @Test
    void aVersionGoesFromTheModellerToTheManagerAndIntoService(Visitors visitors) {
        var code = WorkshopGiven.code();
        var diagram = TestDiagram.smallest(code).xml();
        var modeller = visitors.signedIn("modeleur");
        var page = modeller.open("/");
        page.getByRole(AriaRole.LINK, named("Atelier")).click();
        assertThat(page.locator("h1")).hasText("Atelier des modèles");
        modeller.fitsEveryScreen();
        modeller.page().setViewportSize(1280, 900);
        modeller.screenshot("workshop");

        page.locator("summary", new Page.LocatorOptions().setHasText("Ouvrir un programme"))
                .click();
        page.locator("#name").fill("Programme fictif " + code);
        page.locator("#code").fill("Pas Un Code");
        button(page, "Ouvrir").click();
        assertThat(page.locator("#erreurs")).containsText("ne peut pas être le code d’un programme");
        assertThat(page.locator("#name")).hasValue("Programme fictif " + code);
        modeller.fitsEveryScreen();
        page.locator("#code").fill(code);
        button(page, "Ouvrir").click();
        assertThat(page.locator("[role=status]").first()).containsText("Le programme est ouvert");
        assertThat(page.locator("h1")).hasText("Programme fictif " + code + ", version 1");

        put(page, code + ".bpmn", diagram.replace("ficheDeadline", "ficheDedline"));
        assertThat(page.locator("#points")).containsText("deadlines.ficheDedline");
        assertThat(page.locator("#points")).containsText("À faire :");
        page.locator("#motive").fill("Un premier flux");
        button(page, "Demander l’approbation").click();
        assertThat(page.locator("#erreurs")).containsText("deadlines.ficheDeadline");
        assertThat(page.locator("#motive")).hasValue("Un premier flux");
        modeller.fitsEveryScreen();
        modeller.page().setViewportSize(1280, 900);
        modeller.screenshot("workshop-refused");

        put(page, code + ".bpmn", diagram);
        assertThat(page.locator("#points")).containsText("Rien à mettre au point.");
        page.locator("#text").fill("À relire ensemble");
        button(page, "Commenter").click();
        assertThat(page.locator("#commentaires")).containsText("À relire ensemble");
        page.locator("#motive").fill("Un premier flux");
        button(page, "Demander l’approbation").click();
        assertThat(page.locator("main")).containsText("Approbation demandée");
        assertThat(button(page, "Approuver")).hasCount(0);
        modeller.fitsEveryScreen();

        var manager = visitors.signedIn("gestionnaire");
        var desk = manager.open(page.url());
        assertThat(desk.locator("main")).containsText("Un premier flux");
        manager.fitsEveryScreen();
        manager.page().setViewportSize(1280, 900);
        manager.screenshot("workshop-decide");
        button(desk, "Refuser").click();
        assertThat(desk.locator("#erreurs")).containsText("Dites pourquoi");
        button(desk, "Approuver").click();
        assertThat(desk.locator("main")).containsText("La version est approuvée");
        desk.locator("#day").fill("01/01/2020");
        desk.locator("#hour").fill("8h");
        button(desk, "Mettre en service à cette heure").click();
        assertThat(desk.locator("#erreurs")).containsText("n’est pas une heure");
        desk.locator("#hour").fill("8h30");
        button(desk, "Mettre en service à cette heure").click();
        assertThat(desk.locator("#erreurs")).containsText("Cet instant est passé.");
        desk.locator("#day").fill("31/12/2098");
        button(desk, "Mettre en service à cette heure").click();
        assertThat(desk.locator("main")).containsText("En service le 31 décembre 2098 à 08");
        manager.fitsEveryScreen();
        button(desk, "Annuler ce qui est prévu").click();
        button(desk, "Mettre en service maintenant").click();
        assertThat(desk.locator("main")).containsText("La version est en service");
        assertThat(desk.locator("main")).containsText(code + ", version 1 du moteur");
        assertThat(modeller.complaints()).isNotEmpty(); // the refusals above
    }

    @Test
    void aFormerVersionIsComparedAndItsDossiersAreTakenOver(Visitors visitors) {
        var code = WorkshopGiven.code();
        var file = code + ".bpmn";
        var diagram = TestDiagram.smallest(code).xml();
        var first = given.published(given.draft(code, file, diagram).id());
        var original = call.current();
        try {
            call.change(tree -> tree.put("process", code));
            dossiers.opened();
            var second = versions.draft(code, null, given.modeller());
            versions.write(second.id(), file, bytes(diagram.replace("Dossier clos", "Fin")), 1, given.modeller());
            given.published(second.id());

            var manager = visitors.signedIn("gestionnaire");
            var page = manager.open(PATH + "/" + second.id());
            assertThat(page.locator("#suivent")).containsText("Version 1 du moteur, de la version 1 : 1 en cours.");
            assertThat(page.locator("#suivent")).containsText("Tous peuvent être repris");
            manager.fitsEveryScreen();
            manager.page().setViewportSize(1280, 900);
            assertThat(page.locator("#suivent .pair__canvas")).hasCount(2);
            assertThat(page.locator("#suivent .djs-overlay .pair__sign--KEPT"))
                    .hasText(new String[] {"= 1repris (1)", "= 1repris (1)"});
            manager.screenshot("workshop-followers");
            page.locator("#suivent p a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/bureau/pilotage/lots/nouveau\\?.*version=1.*"));
            assertThat(page.locator("input[name=action][value=MIGRATE]")).isChecked();
            assertThat(page.locator("#version")).hasValue("2");

            var modeller = visitors.signedIn("modeleur");
            var former = modeller.open(PATH + "/" + first.id());
            modeller.fitsEveryScreen();
            former.locator("#motive").fill("La seconde ne va pas");
            button(former, "Demander le retour à la version 1").click();
            assertThat(former.locator("main")).containsText("Le retour est demandé");
            assertThat(former.locator("h1")).containsText("version 3");
            manager.open(former.url());
            button(page, "Approuver").click();
            button(page, "Remettre la version 1 en service maintenant").click();
            assertThat(page.locator("main")).containsText(code + ", version 3 du moteur");
            assertThat(manager.complaints()).isEmpty();
            assertThat(modeller.complaints()).isEmpty();
        } finally {
            call.change(original);
        }
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingElse(Visitors visitors) {
        var draft = given.draft(WorkshopGiven.code(), "a.form", "{}");
        var admin = visitors.signedIn("admin");
        var page = admin.open(PATH + "/" + draft.id());
        assertThat(page.locator("main button")).hasCount(0);
        admin.fitsEveryScreen();
        assertThat(admin.open(PATH).locator("main button")).hasCount(0);
        assertThat(visitors.signedIn("instructeur").open(PATH).locator("main")).containsText("modeleurs");
    }

    private static void put(Page page, String name, String content) {
        var details = page.locator("details", new Page.LocatorOptions().setHasText("Déposer des fichiers"));
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
        page.locator("#files").setInputFiles(new FilePayload(name, "application/xml", bytes(content)));
        button(page, "Déposer").click();
        assertThat(page.locator("[role=status]").first()).containsText("Les fichiers sont déposés");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
