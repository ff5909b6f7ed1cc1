package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDiagram;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.WorkshopGiven;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A modeller leads a dossier that does not exist through a diagram, step by step. */
@BrowserTest
class SimulationPageTests {

    @Autowired
    WorkshopGiven given;

    @Autowired
    ProgrammeVersions versions;

    @Test
    void aDossierIsLedToItsEndAndBackWithTheKeyboard(Visitors visitors) {
        var draft = versions.draft("dsdt", null, given.modeller()).id();
        var modeller = visitors.signedIn("modeleur");
        var page = modeller.open("/bureau/atelier/" + draft + "/fichiers/dsdt-dossier.bpmn");
        assertThat(page.getByLabel("Élément", new Page.GetByLabelOptions().setExact(true)))
                .isVisible();

        button(page, "Dérouler à la main").press("Enter");
        assertThat(state(page)).hasText("Rien n’a commencé.");
        IntStream.range(0, 5).forEach(step -> page.keyboard().press("Enter"));

        assertThat(state(page)).hasText("Pas 5. Il attend : « Compléter le dossier ».");
        assertThat(path(page)).containsText(new String[] {
            "Fiche ouverte",
            "Déposer la fiche",
            "Accuser réception de la fiche",
            "Qui se prononce ?",
            "Voie : EPCI",
            "Vérifier la conformité",
            "La fiche est-elle conforme ?",
            "Voie : Oui, avec ou sans réserves",
            "Compléter le dossier"
        });
        assertThat(page.locator("[data-container-id=userTask_completeDossier] .simulation__token"))
                .hasText("1En attente ici : 1");
        assertThat(drawn(page, "flow_depositFiche_acknowledgeFiche", "walked")).hasCount(1);
        assertThat(drawn(page, "userTask_instruct", "walked")).hasCount(0);
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);
        modeller.screenshot("simulation");
        modeller.picture("atelier-derouler");

        button(page, "Revenir d’un pas").press("Enter");
        assertThat(state(page)).hasText("Pas 4. Il attend : « La fiche est-elle conforme ? ».");
        assertThat(page.locator("[data-at=gateway_conformity] .simulation__choice"))
                .containsText(new String[] {"CONFORM_WITH_RESERVES", "TO_CORRECT", "NOT_CONFORM"});
        button(page, "Voie : Non").click();
        assertThat(state(page)).hasText("Terminé au pas 5 : « Fiche non conforme ».");
        assertThat(page.locator(".simulation__choice")).hasCount(0);

        button(page, "Revenir d’un pas").click();
        button(page, "Il arrive : Dossier retiré").click();
        assertThat(state(page)).hasText("Terminé au pas 5 : « Retrait enregistré ».");

        button(page, "Recommencer").click();
        assertThat(state(page)).hasText("Rien n’a commencé.");
        assertThat(page.locator(".walked")).hasCount(0);
        button(page, "Dérouler à la main").click();
        assertThat(page.locator(".simulation")).hasCount(0);
        assertThat(button(page, "Annuler")).isVisible();
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void waysThatPartMeetAgainAndTheFirstOfSeveralEventsDecides(Visitors visitors) {
        var code = WorkshopGiven.code();
        var diagram = new TestDiagram(code)
                .start()
                .box("parallelGateway", "fork", "", "", "")
                .deposit()
                .complete()
                .box("parallelGateway", "join", "Tout est là", "", "")
                .box("eventBasedGateway", "first", "Ce qui vient d’abord", "", "")
                .message("putOnAgenda")
                .box(
                        "intermediateCatchEvent",
                        "agenda",
                        "Inscrit",
                        "",
                        "<bpmn:messageEventDefinition messageRef=\"message_putOnAgenda\"/>")
                .box(
                        "intermediateCatchEvent",
                        "late",
                        "Trop tard",
                        "",
                        TestDiagram.timer("timeDate", "deadlines.dossierDeadline"))
                .box("endEvent", "listed", "Passé en jury", "", "")
                .end()
                .way("start", "fork", "userTask_depositFiche", "join", "first", "agenda", "listed")
                .way("fork", "userTask_completeDossier", "join")
                .way("first", "late", "end");
        var draft = given.draft(code, code + ".bpmn", diagram.xml()).id();
        var modeller = visitors.signedIn("modeleur");
        var page = modeller.open("/bureau/atelier/" + draft + "/fichiers/" + code + ".bpmn?derouler");

        button(page, "Commencer ici").click();
        assertThat(state(page)).hasText("Pas 1. Il attend : « Déposer la fiche », « Compléter le dossier ».");
        place(page, "userTask_depositFiche").getByRole(AriaRole.BUTTON).click();
        assertThat(place(page, "join")).containsText("Attend les autres voies.");
        place(page, "userTask_completeDossier").getByRole(AriaRole.BUTTON).click();

        assertThat(state(page)).hasText("Pas 3. Il attend : « Ce qui vient d’abord ».");
        assertThat(place(page, "first").getByRole(AriaRole.BUTTON))
                .hasText(new String[] {"Il arrive : Inscrit", "La date arrive : Trop tard"});
        button(page, "La date arrive : Trop tard").click();
        assertThat(state(page)).hasText("Terminé au pas 4 : « Dossier clos ».");
        button(page, "Revenir d’un pas").click();
        button(page, "Il arrive : Inscrit").click();
        assertThat(state(page)).hasText("Terminé au pas 4 : « Passé en jury ».");
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void whatIsLedIsWhatIsDrawnNow(Visitors visitors) {
        var code = WorkshopGiven.code();
        var draft = given.draft(code, code + ".bpmn", TestDiagram.smallest(code).xml());
        var page = visitors.signedIn("modeleur").open("/bureau/atelier/" + draft.id() + "/fichiers/" + code + ".bpmn");
        page.getByLabel("Élément", new Page.GetByLabelOptions().setExact(true)).selectOption("userTask_depositFiche");
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Ouvrir le dépôt");
        button(page, "Dérouler à la main").click();
        button(page, "Commencer ici").click();
        assertThat(state(page)).hasText("Pas 1. Il attend : « Ouvrir le dépôt ».");
        button(page, "Dérouler à la main").click();
        assertThat(page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Ouvrir le dépôt");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator state(Page page) {
        return page.locator(".simulation__state");
    }

    private static Locator path(Page page) {
        return page.locator(".simulation__path li");
    }

    private static Locator place(Page page, String element) {
        return page.locator(".simulation__place[data-at=" + element + "]");
    }

    private static Locator drawn(Page page, String element, String marker) {
        return page.locator("[data-element-id=" + element + "]." + marker);
    }
}
