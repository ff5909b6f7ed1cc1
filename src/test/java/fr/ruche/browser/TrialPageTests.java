package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.TestModels;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actors;
import fr.ruche.programme.GivenCalls;
import fr.ruche.workshop.ProgrammeVersions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager reads what a version changes and does, before it is published. */
@BrowserTest
class TrialPageTests {

    private static final String DOSSIER = "dsdt-dossier.bpmn";
    private static final String ROUTING = "juryRouting.dmn";

    @Autowired
    TestDossiers given;

    @Autowired
    GivenCalls calls;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    Actors actors;

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** A draft with a stricter condition, another cell and another question. */
    private String changed() {
        var modeller = actors.find("modeleur").orElseThrow();
        var draft = versions.draft("dsdt", null, modeller);
        var models = TestModels.shipped()
                .replace(
                        DOSSIER,
                        "${conformityVerdict == 'CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}",
                        "${conformityVerdict == 'CONFORM'}")
                .replace(
                        DOSSIER,
                        "${conformityVerdict == 'NOT_CONFORM'}",
                        "${conformityVerdict == 'NOT_CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}")
                .change(
                        DOSSIER,
                        text -> text.replaceFirst(
                                "(bpmnElement=\"userTask_instruct\"[^>]*>\\s*<dc:Bounds x=\")2080", "$1" + 2085))
                .replace(ROUTING, "<text>\"REGIONALE\"</text>", "<text>\"INTERCOMMUNALE\"</text>");
        for (var file : new String[] {DOSSIER, ROUTING}) {
            versions.write(
                    draft.id(),
                    file,
                    models.text(file).getBytes(StandardCharsets.UTF_8),
                    draft.file(file).orElseThrow().revision(),
                    modeller);
        }
        return "/bureau/atelier/" + draft.id();
    }

    @Test
    void aManagerReadsWhatAVersionChanges(Visitors visitors) {
        var here = changed();
        var manager = visitors.signedIn("gestionnaire");

        var page = manager.open(here + "/comparer");

        assertThat(page.locator("h1")).containsText("ce qui change depuis la version");
        assertThat(page.locator("#corps")).containsText("la sortie était prise");
        assertThat(page.locator("#corps")).containsText("\"REGIONALE\" devient \"INTERCOMMUNALE\"");
        assertThat(page.locator(".compared__changed")).hasCount(1);
        assertThat(page.locator("[data-compare]")).hasCount(1);
        manager.fitsEveryScreen();
        manager.screenshot("compare");
    }

    @Test
    void aModellerPlaysTheScenariosAndReplaysACall(Visitors visitors) {
        var call = calls.open();
        var made = new ArrayList<DossierNumber>();
        given.in(call, () -> {
            made.add(given.ficheDeposited());
            given.answer(
                    made.get(0),
                    "userTask_checkConformity",
                    "technicien",
                    Map.of("conformityVerdict", "CONFORM_WITH_RESERVES", "conformityReason", "À préciser (fictif)."));
            made.add(given.conform());
        });
        var reserved = made.get(0);
        var here = changed();
        var modeller = visitors.signedIn("modeleur");
        var page = modeller.open(here + "/essais");

        press(page, "Jouer les scénarios");
        assertThat(page.locator("#resultats")).containsText("ne passent pas");
        assertThat(page.locator("#scenarios tbody")).containsText("La fiche est-elle conforme");
        modeller.fitsEveryScreen();
        modeller.screenshot("scenarios");

        page.locator("#defaults").fill("==");
        press(page, "Rejouer");
        assertThat(page.locator("#erreurs")).containsText("ne se lit pas");
        assertThat(page.locator("#defaults")).hasValue("==");
        page.locator("#defaults").fill("");
        page.locator("#call").selectOption(call);
        press(page, "Rejouer");
        assertThat(page.locator("#rejeu h3")).hasText("Rejeu de l’appel " + call);
        assertThat(page.locator("#rejeu[data-running]"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
        assertThat(page.locator("#rejeu")).containsText("Terminé");
        assertThat(page.locator("#rejeu tbody")).containsText(reserved.value());
        assertThat(page.locator("#rejeu tbody")).containsText("Fiche non conforme");
        modeller.fitsEveryScreen();
        modeller.screenshot("replay");

        var manager = visitors.signedIn("gestionnaire");
        var list = manager.open(here + "/essais");
        assertThat(list.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reserved.value())))
                .isVisible();
        calls.close(call);
    }
}
