package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ruche.workshop.WorkshopGiven.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.TestDossiers;
import fr.ruche.TestModels;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.dossier.Dossiers;
import fr.ruche.programme.GivenCalls;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.WorkshopGiven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A flow is adjusted in the browser while dossiers follow it, and set back: the opinion of the Département between
 * completeness and instruction. {@code -Dadjusted.dossiers=500} for as many dossiers.
 */
@BrowserTest
class AdjustedFlowTests {

    private static final int RUNNING = Integer.getInteger("adjusted.dossiers", 12);
    private static final String STEP = "userTask_consult_departement";

    @Autowired
    WorkshopGiven given;

    @Autowired
    ProgrammeVersions versions;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    Dossiers all;

    @Autowired
    GivenCalls ended;

    @Autowired
    JdbcClient sql;

    @Test
    void theDepartementIsAskedAndNoLongerAsked(Visitors visitors) throws IOException {
        var code = WorkshopGiven.code();
        var call = "ZZ" + code.substring(code.length() - 4).toUpperCase(Locale.ROOT) + "-2026";
        var first = published(code, call);
        var waiting = new ArrayList<DossierNumber>();
        var passed = new ArrayList<DossierNumber>();
        dossiers.in(call, () -> {
            for (var one = 0; one < RUNNING; one++) {
                waiting.add(dossiers.fullDeposited());
            }
            passed.add(dossiers.complete());
        });
        var modeller = visitors.signedIn("modeleur");
        var page = modeller.open("/bureau/atelier");
        page.locator("section", new Page.LocatorOptions().setHas(page.locator("#programme-" + code)))
                .getByRole(AriaRole.BUTTON, in("Faire un brouillon"))
                .click();
        assertThat(page.locator("h1")).containsText("version 2");
        var draft = page.url();

        asks(modeller, page);
        draws(modeller, page, draft);

        page.navigate(draft);
        assertThat(page.locator("#points")).containsText("Rien à mettre au point.");
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);
        replays(modeller, page, draft, call, passed.get(0));
        page.navigate(draft);
        page.locator("#motive").fill("Le Département donne son avis avant l’instruction.");
        press(page, "Demander l’approbation");
        assertThat(page.locator("main")).containsText("Approbation demandée");

        var manager = visitors.signedIn("gestionnaire");
        var desk = manager.open(draft);
        press(desk, "Approuver");
        press(desk, "Mettre en service maintenant");
        assertThat(desk.locator("main")).containsText(code + ", version 2 du moteur");
        takesOver(manager, desk, call, 2, waiting.size() + 1);
        assertThat(sql.sql("select distinct version from dossier where call = ?")
                        .param(call)
                        .query(Integer.class)
                        .list())
                .containsExactly(2);

        // who comes from completeness now waits for the Département, and comes to the instructor from there
        dossiers.answer(waiting.get(0), "userTask_checkCompleteness", "instructeur", complete());
        assertThat(all.get(waiting.get(0)).step()).isEqualTo(STEP);
        assertThat(all.get(waiting.get(0)).dueAt()).isNotNull();
        var service = visitors.signedIn("departement");
        var tasklist = Tasklist.take(service, waiting.get(0).value());
        assertThat(service.page().locator(".task-details, section.task")).containsText("Avis du Département");
        service.screenshot("adjusted-tasklist");
        tasklist.choose("Favorable").complete();
        assertThat(all.get(waiting.get(0)).step()).isEqualTo("userTask_instruct");

        // and back
        page.navigate("/bureau/atelier/" + first);
        page.locator("#motive").fill("Le Département ne répond pas.");
        press(page, "Demander le retour à la version 1");
        assertThat(page.locator("main")).containsText("Le retour est demandé");
        desk.navigate(page.url());
        press(desk, "Approuver");
        press(desk, "Remettre la version 1 en service maintenant");
        assertThat(desk.locator("main")).containsText(code + ", version 3 du moteur");
        takesOver(manager, desk, call, 3, waiting.size() + 1);
        dossiers.answer(waiting.get(1), "userTask_checkCompleteness", "instructeur", complete());
        assertThat(all.get(waiting.get(1)).step()).isEqualTo("userTask_instruct");
        assertThat(manager.complaints()).isEmpty();
        assertThat(service.complaints()).isEmpty();
        assertThat(modeller.complaints())
                .hasSize(1)
                .allMatch(said -> said.contains("status of 400")); // what was refused
        ended.close(call);
    }

    /** The flow of the shipped programme as another programme, with a call of its own. */
    private String published(String code, String call) throws IOException {
        var shipped = TestModels.shipped();
        var diagram = shipped.text("dsdt-dossier.bpmn").replace("dsdt-dossier", code);
        var draft = given.draft(code, code + ".bpmn", diagram);
        var files = shipped.bytes();
        for (var file : files.entrySet()) {
            if (diagram.contains("camunda:formRef=\"" + file.getKey().replace(".form", "") + "\"")) {
                versions.write(draft.id(), file.getKey(), file.getValue(), 0, given.modeller());
            }
        }
        var parameters = Files.readString(Path.of("bpmn/dsdt/DSDT-2015.call.yaml"))
                .replace("code: DSDT-2015", "code: " + call)
                .replace("process: dsdt-dossier", "process: " + code)
                .replace("programme: DSDT", "programme: ESSAI")
                .replaceFirst("opening: 2014-11-03", "opening: P-1D")
                .replaceFirst("ficheDeadline: 2014-12-01", "ficheDeadline: P5W")
                .replaceFirst("dossierDeadline: 2015-01-23", "dossierDeadline: P13W")
                .replaceFirst("geographyDate: 2014-12-01", "geographyDate: P5W")
                .replaceAll("date: 2015-03-\\d\\d", "date: P18W");
        versions.write(draft.id(), call + ".call.yaml", bytes(parameters), 0, given.modeller());
        return given.published(draft.id()).id().toString();
    }

    private static Map<String, Object> complete() {
        return Map.of("completenessVerdict", "COMPLETE");
    }

    /** The form: a choice, made without a mouse. */
    private static void asks(Visitor modeller, Page page) {
        page.locator("summary", text("Commencer un fichier")).click();
        page.locator("#kind").selectOption("FORM");
        page.locator("#stem").fill("checkCompleteness");
        press(page, "Commencer");
        assertThat(page.locator("#erreurs")).containsText("a déjà un fichier");
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);
        page.locator("#stem").fill("avisDepartement");
        press(page, "Commencer");
        page.locator(".fjs-palette-field", text("Choix unique")).focus();
        page.keyboard().press("Enter");
        page.getByLabel("Question").fill("Votre avis");
        page.getByLabel("Champ", exactly()).fill("avis");
        page.getByLabel("Champ", exactly()).press("Tab");
        page.getByLabel("Réponse obligatoire").check();
        page.locator("#panel-option\\.label\\.0").fill("Favorable");
        page.locator("#panel-option\\.value\\.0").fill("FAVORABLE");
        page.locator("#panel-option-add").click();
        page.locator("#panel-option\\.label\\.1").fill("Défavorable");
        page.locator("#panel-option\\.value\\.1").fill("DEFAVORABLE");
        saved(page);
        modeller.screenshot("adjusted-form");
    }

    /** The step, in the arrow that comes from completeness. */
    private static void draws(Visitor modeller, Page page, String draft) {
        page.navigate(draft);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^essai-.*\\.bpmn$")))
                .click();
        assertThat(page.locator("[data-place=findings] .editor__verdict")).isVisible();
        page.getByLabel("Élément", exactly()).selectOption("flow_completeness_instruct");
        page.getByLabel("Insérer sur cette voie").selectOption("userTask");
        page.getByRole(AriaRole.BUTTON, exact("Insérer")).click();
        page.getByLabel("Étape", exactly()).selectOption("userTask_consult_*");
        page.getByLabel("Mot de l’étape").fill("Le Département");
        page.getByLabel("Mot de l’étape").press("Tab");
        assertThat(page.locator("[data-place=panel] .field__fault")).containsText("lettres sans accent");
        page.getByLabel("Mot de l’étape").fill("departement");
        page.getByLabel("Mot de l’étape").press("Tab");
        page.getByLabel("Nom", exactly()).fill("Avis du Département");
        page.getByLabel("Formulaire", exactly()).selectOption("avisDepartement");
        page.locator(".editor__many").getByLabel(Pattern.compile("departement")).check();
        page.getByLabel("Échéance").selectOption("${deadlines.consultation(execution.processBusinessKey)}");
        page.getByLabel("Qui a le dossier").selectOption("REGION");
        saved(page);
        assertThat(page.locator("[data-place=findings]")).containsText("rien à redire");
        var label = page.locator("[data-element-id=flow_completeness_instruct_label] .djs-visual")
                .boundingBox();
        var box = page.locator("[data-element-id=" + STEP + "] .djs-visual").boundingBox();
        assertThat(label.x + label.width)
                .as("the name of the arrow lies before the box")
                .isLessThanOrEqualTo(box.x);
        modeller.screenshot("adjusted-diagram");
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);
    }

    private static void replays(Visitor modeller, Page page, String draft, String call, DossierNumber passed) {
        page.navigate(draft + "/essais");
        page.locator("#call").selectOption(call);
        page.locator("#defaults").fill(STEP + ": consultation=FAVORABLE");
        press(page, "Rejouer");
        assertThat(page.locator("#rejeu[data-running]"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
        assertThat(page.locator("#rejeu")).containsText("Terminé");
        assertThat(page.locator("#rejeu")).containsText(STEP + ": consultation=FAVORABLE");
        page.locator("#rejeu a", text("même issue, autre chemin")).first().click();
        assertThat(page.locator("#rejeu tbody")).containsText(passed.value());
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);
        modeller.screenshot("adjusted-replay");
    }

    /** From the page of the version in service: tried first, then all of them. */
    private static void takesOver(Visitor manager, Page desk, String call, int version, int running) {
        desk.locator("#suivent a", text(call)).first().click();
        assertThat(desk.locator("input[name=action][value=MIGRATE]")).isChecked();
        assertThat(desk.locator("#version")).hasValue(String.valueOf(version));
        desk.locator("#motive").fill("Le flux change pour tous.");
        press(desk, "Essayer sans rien changer");
        assertThat(desk.locator("#essai")).isVisible();
        manager.fitsEveryScreen();
        desk.setViewportSize(1280, 900);
        press(desk, "Lancer sur les " + running + " dossiers");
        assertThat(desk.locator("#figures .tag").first())
                .hasText("Terminé", new LocatorAssertions.HasTextOptions().setTimeout(120_000));
        assertThat(desk.locator("#figures")).containsText(running + " sur " + running);
        manager.screenshot("adjusted-migrated");
    }

    private static void saved(Page page) {
        assertThat(page.locator(".editor__state")).hasText(Pattern.compile("Enregistré à \\d{1,2} h \\d\\d"));
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exact(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
