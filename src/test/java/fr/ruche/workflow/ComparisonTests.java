package fr.ruche.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ruche.IntegrationTest;
import fr.ruche.TestModels;
import fr.ruche.review.Difference;
import fr.ruche.review.Difference.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a manager reads of a change, before it is published. */
@IntegrationTest
class ComparisonTests {

    private static final String DOSSIER = "dsdt-dossier.bpmn";
    private static final String ROUTING = "juryRouting.dmn";
    private static final String RULES = "eligibility.dmn";
    private static final String FORM = "checkCompleteness.form";

    @Autowired
    ModelComparison comparison;

    private List<Difference> after(UnaryOperator<TestModels> change) {
        return comparison.differences(
                TestModels.shipped().bytes(), change.apply(TestModels.shipped()).bytes());
    }

    private List<String> told(String file, String piece, String by) {
        return after(models -> models.replace(file, piece, by)).stream()
                .map(Difference::sentence)
                .toList();
    }

    @Test
    void whatIsOnlyWrittenOtherwiseIsNoDifference() {
        assertThat(after(models -> models.change(
                                DOSSIER,
                                text -> text.replace("\n    <", "\n\n\t<")
                                        .replace(
                                                "isExecutable=\"true\" camunda:historyTimeToLive=\"P3650D\"",
                                                "camunda:historyTimeToLive='P3650D' isExecutable='true'"))
                        .change(FORM, text -> text.replaceAll("(?m)^ +", ""))
                        .change(ROUTING, text -> text.replace("  <", "<!-- so --><"))))
                .isEmpty();
    }

    @Test
    void aStepPutBetweenTwoOthersIsToldByItsWay() {
        var found = after(ComparisonTests::withAStepBetween);

        assertThat(found)
                .extracting(Difference::kind, Difference::element, Difference::sentence)
                .contains(
                        tuple(
                                Kind.ADDED,
                                "serviceTask_remindHolder_advice",
                                "Ajouté (action) : « Demander l’avis du Département »."),
                        tuple(
                                Kind.CHANGED,
                                "flow_completeness_instruct",
                                "Après « Vérifier la complétude », à la réponse « Oui », le dossier passe désormais"
                                        + " par « Demander l’avis du Département » avant « Instruire le dossier »."));
        assertThat(found).hasSize(2);
    }

    /** And the other way round, when it is taken away. */
    @Test
    void aStepTakenAwayIsToldByItsWay() {
        var with = withAStepBetween(TestModels.shipped());

        assertThat(comparison.differences(with.bytes(), TestModels.shipped().bytes()))
                .extracting(Difference::kind, Difference::sentence)
                .contains(
                        tuple(Kind.REMOVED, "Supprimé (action) : « Demander l’avis du Département »."),
                        tuple(
                                Kind.CHANGED,
                                "Après « Vérifier la complétude », à la réponse « Oui », le dossier ne passe plus par"
                                        + " « Demander l’avis du Département » : il va droit à « Instruire le dossier »."));
    }

    static TestModels withAStepBetween(TestModels models) {
        return models.change(
                DOSSIER,
                text -> text.replace(
                                "sourceRef=\"gateway_completeness\" targetRef=\"userTask_instruct\"",
                                "sourceRef=\"gateway_completeness\" targetRef=\"serviceTask_remindHolder_advice\"")
                        .replace(
                                "<bpmn:incoming>flow_completeness_instruct</bpmn:incoming>",
                                "<bpmn:incoming>flow_advice_instruct</bpmn:incoming>")
                        .replaceFirst(
                                "<di:waypoint x=\"1995\" y=\"320\" />\\s*<di:waypoint x=\"2080\" y=\"320\" />",
                                "<di:waypoint x=\"1995\" y=\"320\" /><di:waypoint x=\"2000\" y=\"2000\" />")
                        .replace("    </bpmndi:BPMNPlane>", """
                                      <bpmndi:BPMNShape id="advice_di" bpmnElement="serviceTask_remindHolder_advice">
                                        <dc:Bounds x="2000" y="2000" width="100" height="80" />
                                      </bpmndi:BPMNShape>
                                      <bpmndi:BPMNEdge id="advice_flow_di" bpmnElement="flow_advice_instruct">
                                        <di:waypoint x="2050" y="2000" />
                                        <di:waypoint x="2130" y="360" />
                                      </bpmndi:BPMNEdge>
                                    </bpmndi:BPMNPlane>""")
                        .replace("    <bpmn:sequenceFlow id=\"flow_instruct_replayRules\"", """
                                    <bpmn:serviceTask id="serviceTask_remindHolder_advice" name="Demander l’avis du Département" camunda:delegateExpression="${remindHolder}">
                                      <bpmn:incoming>flow_completeness_instruct</bpmn:incoming>
                                      <bpmn:outgoing>flow_advice_instruct</bpmn:outgoing>
                                    </bpmn:serviceTask>
                                    <bpmn:sequenceFlow id="flow_advice_instruct" sourceRef="serviceTask_remindHolder_advice" targetRef="userTask_instruct" />
                                    <bpmn:sequenceFlow id="flow_instruct_replayRules\""""));
    }

    @Test
    void whatAStepSaysOfItselfIsToldInTheWordsOfTheVocabulary() {
        assertThat(told(DOSSIER, "name=\"Instruire le dossier\"", "name=\"Analyser le dossier\""))
                .containsExactly("« Instruire le dossier » s’appelle désormais « Analyser le dossier ».");
        assertThat(told(
                        DOSSIER,
                        "dueDate=\"${deadlines.instruction(execution.processBusinessKey)}\"",
                        "dueDate=\"${deadlines.decision(execution.processBusinessKey)}\""))
                .containsExactly("« Instruire le dossier » : échéance, « Délai d’instruction » devient « Délai pour"
                        + " enregistrer la décision ».");
        assertThat(told(
                        DOSSIER,
                        "camunda:delegateExpression=\"${rejectInadmissible}\"",
                        "camunda:delegateExpression=\"${remindHolder}\""))
                .singleElement()
                .asString()
                .startsWith("« Notifier l’irrecevabilité » : action, « ");
        assertThat(told(
                        DOSSIER,
                        "<camunda:property name=\"clock\" value=\"INTERCOMMUNALITE\" />",
                        "<camunda:property name=\"clock\" value=\"REGION\" />"))
                .containsExactly(
                        "« Vérifier la conformité » : qui a le dossier, « Intercommunalité » devient « Région ».");
    }

    @Test
    void aConditionIsToldBeforeAndAfter() {
        assertThat(told(
                        DOSSIER,
                        "${conformityVerdict == 'CONFORM' || conformityVerdict == 'CONFORM_WITH_RESERVES'}",
                        "${conformityVerdict == 'CONFORM'}"))
                .singleElement()
                .asString()
                .contains(
                        "« Oui, avec ou sans réserves » : la sortie était prise",
                        "Réponse sur la conformité = CONFORM ou Réponse sur la conformité = CONFORM_WITH_RESERVES",
                        "elle l’est désormais « si Réponse sur la conformité = CONFORM »");
    }

    @Test
    void whatIsOnlyDrawnElsewhereIsSaidApart() {
        var found = after(models -> models.change(
                DOSSIER,
                text -> text.replaceFirst("(bpmnElement=\"userTask_instruct\"[^>]*>\\s*<dc:Bounds x=\")\\d+", "$177")));

        assertThat(found).extracting(Difference::kind).containsOnly(Kind.MOVED);
        assertThat(found)
                .extracting(Difference::sentence)
                .contains("« Instruire le dossier » est déplacé sur le dessin seulement.");
    }

    @Test
    void aCellIsToldBeforeAndAfter() {
        var found = after(
                models -> models.replace(ROUTING, "<text>\"REGIONALE\"</text>", "<text>\"INTERCOMMUNALE\"</text>"));

        assertThat(found)
                .extracting(Difference::element, Difference::before, Difference::after)
                .containsExactly(tuple("ROUTE_02_REGIONALE_in01", "\"REGIONALE\"", "\"INTERCOMMUNALE\""));
        assertThat(found.get(0).sentence())
                .isEqualTo("Table « Orientation vers un jury », ligne 1 (ROUTE_02_REGIONALE), « Échelle du projet » :"
                        + " \"REGIONALE\" devient \"INTERCOMMUNALE\".");
    }

    @Test
    void rowsAddedTakenAwayAndReorderedAreTold() {
        assertThat(after(models -> models.change(ROUTING, text -> {
                            var row = text.substring(
                                    text.indexOf("<rule id=\"ROUTE_01\""), text.indexOf("<rule id=\"ROUTE_02\""));
                            return text.replace(row, "")
                                    .replace(
                                            "<rule id=\"ROUTE_02_REGIONALE\"", row + "<rule id=\"ROUTE_02_REGIONALE\"");
                        }))
                        .stream()
                        .map(Difference::sentence))
                .singleElement()
                .asString()
                .contains("passe de la place", "l’ordre des lignes compte");
        assertThat(after(models -> models.change(
                                ROUTING,
                                text -> text.substring(0, text.indexOf("<rule id=\"ROUTE_02\""))
                                        + text.substring(text.indexOf("</decisionTable>"))))
                        .stream()
                        .map(Difference::sentence))
                .singleElement()
                .asString()
                .startsWith("Table « Orientation vers un jury », ligne 3 (ROUTE_02) supprimée : dans tous les cas → ");
        assertThat(told(ROUTING, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""))
                .containsExactly(
                        "Table « Orientation vers un jury » : quelles lignes répondent, « FIRST » devient « UNIQUE ».");
    }

    @Test
    void aTableIsLaidOverItself() {
        var tables = comparison.tables(
                TestModels.shipped().bytes(),
                TestModels.shipped()
                        .replace(ROUTING, "<text>\"REGIONALE\"</text>", "<text>\"COMMUNALE\"</text>")
                        .bytes());

        assertThat(tables).filteredOn(table -> table.changed()).singleElement().satisfies(table -> {
            assertThat(table.decision()).isEqualTo("juryRouting");
            assertThat(table.rows().get(0).cells())
                    .filteredOn(cell -> cell.changed())
                    .hasSize(1);
        });
        assertThat(tables).extracting(table -> table.file()).contains(RULES);
    }

    @Test
    void fieldsOfFormsAreTold() {
        assertThat(told(FORM, "\"required\": true", "\"required\": false"))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("la réponse devient facultative."));
        assertThat(told(FORM, "\"key\": \"completenessVerdict\"", "\"key\": \"verdict\""))
                .hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Nouveau champ"))
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Champ supprimé"));
    }

    @Test
    void aParameterIsCalledAsManagersKnowIt() {
        var before = "delays: {acceptanceDays: 30}\nchoices: {tacitConformity: false}".getBytes(UTF_8);
        var after = "delays: {acceptanceDays: 45}\nchoices: {tacitConformity: true}".getBytes(UTF_8);

        assertThat(comparison.differences(Map.of("x.call.yaml", before), Map.of("x.call.yaml", after)))
                .extracting(Difference::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("« Acceptation de la subvention par le porteur")
                        .endsWith(" (delays › acceptanceDays) : 30 devient 45."))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("« Le silence de l’intercommunalité")
                        .endsWith(" : non devient oui."));
    }

    @Test
    void parametersAreToldByTheirPath() {
        var before = Map.of(
                "x.call.yaml", "measures:\n - {code: F1, floor: 2000.00}\ndelays: {days: [1, 2]}".getBytes(UTF_8));
        var after = Map.of(
                "x.call.yaml",
                "delays:\n  days: [1, 3]\n# said\nmeasures: [{floor: 3000.00, code: F1}]\nquorum: 50".getBytes(UTF_8));

        assertThat(comparison.differences(before, after))
                .extracting(Difference::sentence)
                .containsExactly(
                        "delays › days : 1, 2 devient 1, 3.",
                        "measures › F1 › floor : 2000.00 devient 3000.00.",
                        "Nouveau paramètre « Quorum des jurys » (quorum) : 50.");
    }

    @Test
    void filesComeAndGo() {
        assertThat(after(models -> models.without(FORM).with("other.form", "{}")))
                .extracting(Difference::kind, Difference::file)
                .containsExactlyInAnyOrder(tuple(Kind.REMOVED, FORM), tuple(Kind.ADDED, "other.form"));
        assertThat(after(models -> models.with(FORM, "{ not readable")))
                .extracting(Difference::sentence)
                .containsExactly("Le fichier " + FORM + " a changé.");
    }
}
