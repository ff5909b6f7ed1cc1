package fr.ruche.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.workflow.AnotherVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that acknowledges nothing: what was deposited is no draft that only its porteur sees. */
@IntegrationTest
class UnacknowledgedTests {

    @Autowired
    AnotherVersion versions;

    @Autowired
    TestDossiers given;

    @Autowired
    Dossiers dossiers;

    @Test
    void whatWasDepositedIsNoDraft() {
        var another = versions.deploy("dsdt-dossier", UnacknowledgedTests::withoutReceipt);
        try {
            var number = given.ficheDeposited();

            assertThat(dossiers.get(number).status()).isEqualTo(DossierStatus.EN_COURS);
            assertThat(dossiers.sees(given.manager(), number)).isTrue();
            assertThat(dossiers.timeline(number))
                    .extracting(TimelineEntry::kind)
                    .contains("STATUS_EN_COURS")
                    .doesNotContain("FICHE_ACKNOWLEDGED");
        } finally {
            versions.takeAway(another);
        }
    }

    @Test
    void aReceiptBeginsTheDossierOnce() {
        assertThat(dossiers.timeline(given.ficheDeposited()))
                .extracting(TimelineEntry::kind)
                .containsOnlyOnce("STATUS_EN_COURS");
    }

    private static String withoutReceipt(String model) {
        var arrow = "flow_depositFiche_acknowledgeFiche";
        for (var gone : List.of(
                "<bpmn:serviceTask id=\"serviceTask_acknowledgeFiche\".*?</bpmn:serviceTask>",
                "<bpmn:sequenceFlow id=\"" + arrow + "\"[^>]*/>",
                "<bpmndi:BPMNShape id=\"serviceTask_acknowledgeFiche_di\".*?</bpmndi:BPMNShape>",
                "<bpmndi:BPMNEdge id=\"" + arrow + "_di\".*?</bpmndi:BPMNEdge>")) {
            model = model.replaceAll("(?s)" + gone, "");
        }
        return model.replace(arrow, "flow_acknowledgeFiche_joinConformity")
                .replace("sourceRef=\"serviceTask_acknowledgeFiche\"", "sourceRef=\"userTask_depositFiche\"")
                .replace(
                        "<di:waypoint x=\"540\" y=\"320\" />\n        <di:waypoint x=\"595\"",
                        "<di:waypoint x=\"380\" y=\"320\" />\n        <di:waypoint x=\"595\"");
    }
}
