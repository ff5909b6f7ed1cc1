package fr.ruche.consultation;

import fr.ruche.TestModels;
import fr.ruche.workflow.AnotherVersion;
import fr.ruche.workflow.AnotherVersion.Deployed;
import java.util.Map;

/** What a modeller draws to ask the Département between completeness and instruction, and the form that he makes. */
public final class AskedDepartement {

    public static final String STEP = "userTask_consult_departement";
    public static final String LABEL = "Avis du Département";
    public static final String FORM = "avisDepartement.form";
    static final String DIAGRAM = "dsdt-dossier.bpmn";

    private static final String TASK = """
            <bpmn:userTask id="userTask_consult_departement" name="Avis du Département" camunda:formRef="avisDepartement" camunda:formRefBinding="deployment" camunda:candidateGroups="consulted-departement" camunda:dueDate="${deadlines.consultation(execution.processBusinessKey)}">
              <bpmn:documentation>Le Département dit ce qu’il pense du projet.</bpmn:documentation>
              <bpmn:extensionElements><camunda:properties><camunda:property name="clock" value="REGION" /></camunda:properties></bpmn:extensionElements>
              <bpmn:incoming>flow_completeness_instruct</bpmn:incoming>
              <bpmn:outgoing>flow_consult_instruct</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="flow_consult_instruct" sourceRef="userTask_consult_departement" targetRef="userTask_instruct" />
            """;

    private static final String SHAPE = """
            <bpmndi:BPMNShape id="userTask_consult_departement_di" bpmnElement="userTask_consult_departement"><dc:Bounds x="2080" y="130" width="100" height="80" /></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="flow_consult_instruct_di" bpmnElement="flow_consult_instruct"><di:waypoint x="2130" y="210" /><di:waypoint x="2130" y="280" /></bpmndi:BPMNEdge>
            """;

    private AskedDepartement() {}

    public static Deployed deploy(AnotherVersion versions) {
        return versions.deploy("dsdt-dossier", AskedDepartement::diagram, Map.of(FORM, form()));
    }

    /** All that would be published. */
    static TestModels bundle() {
        return TestModels.shipped().change(DIAGRAM, AskedDepartement::diagram).with(FORM, form());
    }

    static String diagram(String shipped) {
        return shipped.replace(
                        "<bpmn:incoming>flow_completeness_instruct</bpmn:incoming>",
                        "<bpmn:incoming>flow_consult_instruct</bpmn:incoming>")
                .replace(
                        "sourceRef=\"gateway_completeness\" targetRef=\"userTask_instruct\"",
                        "sourceRef=\"gateway_completeness\" targetRef=\"userTask_consult_departement\"")
                .replaceFirst(
                        "(?=<bpmn:userTask id=\"userTask_instruct\")", java.util.regex.Matcher.quoteReplacement(TASK))
                .replace(
                        "<di:waypoint x=\"2080\" y=\"320\" />\n        <bpmndi:BPMNLabel>\n          <dc:Bounds x=\"2022\" y=\"328\"",
                        "<di:waypoint x=\"2040\" y=\"320\" /><di:waypoint x=\"2040\" y=\"170\" /><di:waypoint x=\"2080\" y=\"170\" />\n"
                                + "        <bpmndi:BPMNLabel>\n          <dc:Bounds x=\"2022\" y=\"328\"")
                .replaceFirst("(?=<bpmndi:BPMNShape id=\"userTask_instruct_di\")", SHAPE);
    }

    /** Every kind of question that Tasklist renders, one of them asked only of a service that has reserves. */
    static String form() {
        return """
                {"type": "default", "id": "avisDepartement", "schemaVersion": 16,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [
                  {"type": "text", "id": "text_header", "text": "## {{dossierNumber}} · {{projectTitle}}"},
                  {"type": "radio", "id": "avis", "key": "avis", "label": "Votre avis", "validate": {"required": true},
                   "values": [{"label": "Favorable", "value": "FAVORABLE"}, {"label": "Avec réserves", "value": "RESERVE"},
                              {"label": "Défavorable", "value": "DEFAVORABLE"}]},
                  {"type": "textarea", "id": "reserves", "key": "reserves", "label": "Vos réserves",
                   "validate": {"required": true, "maxLength": 2000},
                   "conditional": {"hide": "=avis = null or avis != \\"RESERVE\\""}},
                  {"type": "checkbox", "id": "cofinance", "key": "cofinance", "label": "Le Département cofinance"},
                  {"type": "select", "id": "canton", "key": "canton", "label": "Canton",
                   "values": [{"label": "Canton nord (fictif)", "value": "nord"}, {"label": "Canton sud (fictif)", "value": "sud"}]},
                  {"type": "checklist", "id": "politiques", "key": "politiques", "label": "Politiques concernées",
                   "values": [{"label": "Enfance", "value": "enfance"}, {"label": "Insertion", "value": "insertion"}]},
                  {"type": "textfield", "id": "correspondant", "key": "correspondant", "label": "Votre service",
                   "validate": {"maxLength": 120}}
                 ]}
                """;
    }
}
