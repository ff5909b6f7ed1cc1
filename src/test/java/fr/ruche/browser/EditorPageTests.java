package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.ApiClient;
import fr.ruche.TestAccounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A modeller draws and writes a version in the browser; nothing of it is lost, and nobody overwrites another. */
@BrowserTest
class EditorPageTests {

    private static final String DIAGRAM = "dsdt-dossier.bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    ApiClient api;
    String draft;

    @BeforeEach
    void aDraft() {
        accounts.ensure("modeleur-b", new Membership(Role.MODELLER, null));
        api = ApiClient.as("modeleur", port);
        draft = api.post("/workshop/programmes/dsdt/versions").json().path("id").asText();
    }

    private String address(String file) {
        return "/bureau/atelier/" + draft + "/fichiers/" + file;
    }

    private String stored(String file) {
        return api.get("/workshop/versions/" + draft + "/files/" + file).text();
    }

    private static Locator state(Page page) {
        return page.locator(".editor__state");
    }

    private static Page ready(Page page) {
        assertThat(page.locator("[data-place=findings] .editor__verdict")).isVisible();
        return page;
    }

    private static void saved(Page page) {
        assertThat(state(page)).hasText(Pattern.compile("Enregistré à \\d{1,2} h \\d\\d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dsdt-dossier.bpmn", "jury-session.bpmn", "eligibility.dmn", "juryRouting.dmn"})
    void aModelThatIsSavedUntouchedSaysTheSame(String file, Visitors visitors) {
        var before = stored(file);
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address(file)));

        page.keyboard().press("Control+s");
        saved(page);

        assertThat(SameModel.told(stored(file))).containsExactlyInAnyOrderElementsOf(SameModel.told(before));
        assertThat(modeller.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approveMinutes",
                "checkCompleteness",
                "checkConformity",
                "holdSession",
                "instruct",
                "prepareAgenda",
                "recordDecision",
                "recordJuryOutcome"
            })
    void aFormThatIsSavedUntouchedSaysTheSame(String form, Visitors visitors) throws JsonProcessingException {
        var file = form + ".form";
        var before = stored(file);
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address(file)));

        page.keyboard().press("Control+s");
        saved(page);

        assertThat(JSON.readTree(stored(file))).isEqualTo(JSON.readTree(before));
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void aTaskIsRenamedAndGivenAnotherDueDateInThePanel(Visitors visitors) {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address(DIAGRAM)));
        assertThat(page.locator("[data-place=findings]")).containsText("rien à redire");

        page.getByLabel("Élément", exactly()).selectOption("userTask_checkConformity");
        page.getByLabel("Nom", exactly()).fill("Relire la fiche");
        page.getByLabel("Échéance").selectOption(deadline("deadlines.conformityEscalation"));
        saved(page);

        assertThat(page.locator("[data-element-id=userTask_checkConformity]").first())
                .containsText("Relire la fiche");
        assertThat(stored(DIAGRAM))
                .contains("id=\"userTask_checkConformity\" name=\"Relire la fiche\"")
                .contains("camunda:dueDate=\"" + deadline("deadlines.conformityEscalation") + "\"");
        modeller.screenshot("editor-bpmn");

        page.getByRole(AriaRole.BUTTON, named("Annuler")).click();
        page.getByRole(AriaRole.BUTTON, named("Annuler")).click();
        assertThat(page.getByLabel("Nom", exactly())).hasValue("Vérifier la conformité");
        saved(page);
        await().untilAsserted(() -> assertThat(stored(DIAGRAM)).contains("name=\"Vérifier la conformité\""));
        modeller.fitsEveryScreen();
        modeller.screenshot("editor-bpmn-small");
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void aFindingIsShownOnTheDiagramAndGoesWhenItIsMended(Visitors visitors) {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address(DIAGRAM)));

        page.getByLabel("Élément", exactly()).selectOption("userTask_instruct");
        page.locator(".editor__many")
                .getByLabel("Instructeurs du secteur du dossier")
                .uncheck();

        var finding = page.locator("[data-code=GROUP_MISSING]");
        assertThat(finding).containsText("Instruire");
        assertThat(page.locator("[data-container-id=userTask_instruct] .editor__mark--ERROR"))
                .isVisible();
        assertThat(page.locator("[data-element-id=userTask_instruct].found-ERROR"))
                .hasCount(1);
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);
        modeller.screenshot("editor-finding");
        modeller.picture("atelier-diagramme");

        page.getByLabel("Élément", exactly()).selectOption("userTask_checkConformity");
        finding.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(page.getByLabel("Élément", exactly())).hasValue("userTask_instruct");
        page.locator(".editor__many")
                .getByLabel("Instructeurs du secteur du dossier")
                .check();

        assertThat(finding).hasCount(0);
        assertThat(page.locator(".editor__mark--ERROR")).hasCount(0);
    }

    @Test
    void anActionATimerAndAConditionAreChosenFromTheVocabulary(Visitors visitors) {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address(DIAGRAM)));

        page.getByLabel("Élément", exactly()).selectOption("userTask_instruct");
        page.getByLabel("Ajouter après").selectOption("serviceTask");
        page.getByRole(AriaRole.BUTTON, named("Ajouter").setExact(true)).click();
        page.getByLabel("Action", exactly()).selectOption("${replayRules}");
        saved(page);
        assertThat(stored(DIAGRAM))
                .containsPattern("<bpmn:serviceTask id=\"serviceTask_replayRules_\\d\"[^>]*"
                        + Pattern.quote("camunda:delegateExpression=\"${replayRules}\""));

        page.getByLabel("Élément", exactly()).selectOption("timer_conformityReminder");
        page.getByLabel("Quand").selectOption(deadline("deadlines.conformityEscalation"));
        page.getByLabel("Élément", exactly()).selectOption("flow_conformityBy_joinRegion");
        page.getByLabel("Comparaison").selectOption("false");
        await().untilAsserted(() -> assertThat(stored(DIAGRAM))
                .contains("${!conformityByRegion}")
                .containsPattern("(?s)timer_conformityReminder_definition.{0,120}"
                        + Pattern.quote(deadline("deadlines.conformityEscalation"))));
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void whatIsInsertedLeavesEveryNameAtItsPlaceAndIsUndoneAtOnce(Visitors visitors) {
        var before = stored(DIAGRAM);
        var page = ready(visitors.signedIn("modeleur").open(address(DIAGRAM)));
        var question = drawn(page, "gateway_conformity_label");
        var answer = left(page, "flow_completeness_instruct_label") - left(page, "gateway_completeness");

        page.getByLabel("Élément", exactly()).selectOption("flow_conformity_completeDossier");
        page.getByLabel("Insérer sur cette voie").selectOption("userTask");
        page.getByRole(AriaRole.BUTTON, named("Insérer").setExact(true)).click();
        saved(page);

        assertThat(left(page, "flow_completeness_instruct_label") - left(page, "gateway_completeness"))
                .isEqualTo(answer);
        var box = page.locator("[data-element-id^=Activity_] .djs-visual").boundingBox();
        assertThat(question.boundingBox().x + question.boundingBox().width)
                .as("the question before the box stays readable")
                .isLessThanOrEqualTo(box.x);

        page.getByRole(AriaRole.BUTTON, named("Annuler").setExact(true)).click();
        assertThat(page.locator("[data-element-id^=Activity_]")).hasCount(0);
        await().untilAsserted(() ->
                assertThat(withoutLabels(stored(DIAGRAM))).containsExactlyInAnyOrderElementsOf(withoutLabels(before)));
    }

    /** Without the frames of names, which bpmn-js fits to their text whenever it draws them. */
    private static List<String> withoutLabels(String diagram) {
        return SameModel.told(diagram).stream()
                .filter(line -> !line.contains("/BPMNLabel"))
                .toList();
    }

    private static Locator drawn(Page page, String element) {
        return page.locator("[data-element-id=" + element + "] .djs-visual").first();
    }

    private static double left(Page page, String element) {
        return Math.round(drawn(page, element).boundingBox().x);
    }

    @Test
    void whoComesSecondIsToldAndLosesNothing(Visitors visitors) {
        var one = visitors.signedIn("modeleur");
        var page = ready(one.open(address("jury-session.bpmn")));
        var other = ApiClient.as("modeleur-b", port);
        var path = "/workshop/versions/" + draft + "/files/jury-session.bpmn";
        var read = other.get(path);
        assertThat(other.put(
                                path,
                                read.text().replace("name=\"Séance close\"", "name=\"Séance finie\""),
                                "If-Match",
                                read.headers().firstValue("ETag").orElseThrow())
                        .status())
                .isEqualTo(200);
        other.delete(path + "/pen");

        page.getByLabel("Élément", exactly()).selectOption("userTask_prepareAgenda");
        page.getByLabel("Nom", exactly()).fill("Composer l’ordre du jour");

        var told = page.locator(".notice--wrong");
        assertThat(told).containsText("Compte modeleur-b a enregistré ce fichier entre-temps");
        assertThat(state(page)).hasText("Non enregistré");
        page.getByRole(AriaRole.BUTTON, named("Comparer les deux")).click();
        assertThat(page.locator(".pair .djs-shape").first()).isVisible();
        assertThat(page.locator(".pair__legend")).containsText("changé");
        one.fitsEveryScreen();
        page.setViewportSize(1280, 900);
        one.screenshot("editor-conflict");
        assertThat(stored("jury-session.bpmn")).contains("Séance finie").doesNotContain("Composer");

        page.getByRole(AriaRole.BUTTON, named("Garder le mien")).click();
        saved(page);
        assertThat(stored("jury-session.bpmn"))
                .contains("Composer l’ordre du jour")
                .contains("Séance close");
    }

    @Test
    void whatCouldNotBeSavedIsOfferedAgain(Visitors visitors) {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address("jury-session.bpmn")));
        page.route("**/files/jury-session.bpmn", route -> {
            if (route.request().method().equals("PUT")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.getByLabel("Élément", exactly()).selectOption("userTask_prepareAgenda");
        page.getByLabel("Nom", exactly()).fill("Composer l’ordre du jour");
        assertThat(page.locator(".notice--wrong")).containsText("n’ont pas pu être enregistrés");

        page.unroute("**/files/jury-session.bpmn");
        page.onDialog(dialog -> dialog.accept());
        page.reload();
        page.getByRole(AriaRole.BUTTON, named("Les reprendre")).click();
        saved(page);

        assertThat(stored("jury-session.bpmn")).contains("Composer l’ordre du jour");
    }

    @Test
    void theOtherHoldsThePenUntilItIsTaken(Visitors visitors) {
        assertThat(ApiClient.as("modeleur-b", port)
                        .post("/workshop/versions/" + draft + "/files/jury-session.bpmn/pen", "{\"take\": false}")
                        .status())
                .isEqualTo(200);
        var page = ready(visitors.signedIn("modeleur").open(address("jury-session.bpmn")));
        assertThat(page.locator(".notice--warn")).containsText("Compte modeleur-b modifie ce fichier");
        page.getByLabel("Élément", exactly()).selectOption("userTask_prepareAgenda");
        page.getByLabel("Nom", exactly()).fill("Composer l’ordre du jour");
        assertThat(state(page)).hasText("Non enregistré");

        page.getByRole(AriaRole.BUTTON, named("Prendre la plume")).click();

        saved(page);
        assertThat(stored("jury-session.bpmn")).contains("Composer l’ordre du jour");
    }

    @Test
    void aManagerReadsAndChangesNothing(Visitors visitors) {
        var manager = visitors.signedIn("gestionnaire");
        var page = ready(manager.open(address(DIAGRAM)));
        assertThat(state(page)).hasText("Lecture seule.");
        assertThat(page.locator(".djs-palette")).hasCount(0);
        ready(manager.open(address(DIAGRAM) + "#userTask_checkConformity"));
        page.reload();
        assertThat(page.getByLabel("Nom", exactly())).hasValue("Vérifier la conformité");
        assertThat(page.getByLabel("Échéance")).isDisabled();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Supprimer l’élément")))
                .hasCount(0);
        manager.fitsEveryScreen();
        for (var file : new String[] {"juryRouting.dmn", "instruct.form", "DSDT-2026.call.yaml"}) {
            ready(manager.open(address(file)));
            assertThat(state(page)).hasText("Lecture seule.");
        }
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void aCellOfATableIsChanged(Visitors visitors) {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address("juryRouting.dmn")));
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);

        var cell = page.locator("[data-element-id=ROUTE_01_source]");
        cell.click();
        page.keyboard().press("Control+a");
        page.keyboard().type("\"Règlement\"");
        saved(page);

        assertThat(stored("juryRouting.dmn")).contains("<text>\"Règlement\"</text>");
        modeller.screenshot("editor-dmn");

        page.locator("[data-element-id=ROUTE_01_route]").click();
        page.keyboard().press("Control+a");
        page.keyboard().type("\"JURY_LUNAIRE\"");
        var finding = page.locator(".editor__finding--ERROR").first();
        assertThat(finding).containsText("JURY_LUNAIRE");
        assertThat(finding).containsText("ligne 2");
        modeller.screenshot("editor-dmn-finding");

        page.getByRole(AriaRole.BUTTON, named("Annuler").setExact(true)).click();
        assertThat(page.locator("[data-element-id=ROUTE_01_route]")).hasText("\"JURY_TERRITORIAL\"");
        assertThat(page.locator("[data-element-id=ROUTE_01_source]")).hasText("\"Règlement\"");
        assertThat(finding).hasCount(0);
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void aFieldOfAFormIsChanged(Visitors visitors) throws JsonProcessingException {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address("instruct.form")));
        modeller.fitsEveryScreen();
        page.setViewportSize(1280, 900);

        page.getByLabel("Composant", exactly()).selectOption("instructionNote");
        page.getByLabel("Question").fill("Votre analyse");
        saved(page);

        assertThat(JSON.readTree(stored("instruct.form")).findValuesAsText("label"))
                .contains("Votre analyse");
        assertThat(page.locator(".fjs-palette-field")).hasCount(11);
        assertThat(page.locator(".fjs-palette")).containsText("Ligne de texte");
        modeller.screenshot("editor-form");
        var names = page.getByLabel("Champ", exactly());
        assertThat(names).hasValue("instructionNote");
        assertThat(names.locator("option[value=instructionOpinion]")).isDisabled();
        assertThat(modeller.complaints()).isEmpty();
    }

    @Test
    void anotherFileIsWrittenAsText(Visitors visitors) {
        var modeller = visitors.signedIn("modeleur");
        var page = ready(modeller.open(address("DSDT-2026.call.yaml")));
        var area = page.getByLabel("Contenu du fichier");
        area.fill(area.inputValue() + "# vu\n");
        saved(page);
        assertThat(stored("DSDT-2026.call.yaml")).endsWith("# vu\n");
        area.fill(area.inputValue().replace("acceptanceDays: 30", "acceptanceDays: trente"));
        assertThat(page.locator(".editor__finding--ERROR")).containsText("acceptanceDays");
        modeller.fitsEveryScreen();
        modeller.screenshot("editor-text");
    }

    @Test
    void whatCannotBeDrawnIsShownAsText(Visitors visitors) {
        var path = "/workshop/versions/" + draft + "/files/jury-session.bpmn";
        var read = api.get(path);
        api.put(
                path,
                "<pas du xml",
                "If-Match",
                read.headers().firstValue("ETag").orElseThrow());
        var page = visitors.signedIn("modeleur").open(address("jury-session.bpmn"));
        assertThat(page.locator(".notice--wrong")).containsText("ne peut pas être dessiné");
        assertThat(page.getByLabel("Contenu du fichier")).hasValue("<pas du xml");
        assertThat(page.locator(".editor__finding--ERROR").first()).isVisible();
    }

    @Test
    void peopleTalkAboutAnElement(Visitors visitors) {
        var page = ready(visitors.signedIn("modeleur").open(address(DIAGRAM)));
        page.getByLabel("Élément", exactly()).selectOption("userTask_instruct");
        page.getByLabel("Ajouter un commentaire").fill("Faut-il deux avis ?");
        page.getByRole(AriaRole.BUTTON, named("Publier")).click();

        assertThat(page.locator(".editor__comments").first()).containsText("Faut-il deux avis ?");
        assertThat(page.locator("[data-container-id=userTask_instruct] .editor__mark--said"))
                .isVisible();

        page.getByRole(AriaRole.BUTTON, named("Marquer comme traité")).click();
        assertThat(page.locator(".editor__mark--said")).hasCount(0);
        assertThat(page.locator("[data-place=comments]")).containsText("Commentaires traités : 1");
    }

    private static String deadline(String name) {
        return "${" + name + "(execution.processBusinessKey)}";
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
