package fr.ruche.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestModels;
import fr.ruche.review.Finding;
import fr.ruche.workflow.ModelReview;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the gate says of a consultation that a modeller drew. */
@IntegrationTest
class ConsultationGateTests {

    @Autowired
    ModelReview models;

    @Test
    void aServiceIsAskedWithoutADeveloper() {
        assertThat(models.review(AskedDepartement.bundle().bytes()).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "juryGroup",
                "consultation",
                "instructionOpinion",
                "dossierNumber",
                "missingDocuments",
                "territory"
            })
    void aQuestionTakesNoNameThatMeansSomethingElse(String key) {
        assertThat(told(form(text -> text.replace("\"key\": \"canton\"", "\"key\": \"" + key + "\""))))
                .containsExactly("FIELD_TAKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x-y", "1", "${juryGroup}", "__proto__.x"})
    void aHostileNameIsNoName(String key) {
        assertThat(told(form(text -> text.replace("\"key\": \"canton\"", "\"key\": \"" + key + "\""))))
                .isNotEmpty();
    }

    @Test
    void theOpinionIsOneOfThoseThatConditionsKnow() {
        assertThat(told(form(text -> text.replace("\"value\": \"FAVORABLE\"", "\"value\": \"PEUT_ETRE\""))))
                .containsExactly("FORM_OPTION");
        assertThat(told(form(text -> text.replace("\"radio\", \"id\": \"avis\"", "\"checklist\", \"id\": \"avis\""))))
                .contains("FIELD_KIND");
    }

    @Test
    void aFormThatAsksNothingIsRefused() {
        assertThat(told(form(text -> text.replaceAll("(?s),\\s*\\{\"type\": \"radio\".*(?=\\]\\})", "\n"))))
                .containsExactly("QUESTION_MISSING");
    }

    @Test
    void aServiceIsOfferedNothingButItsConsultation() {
        assertThat(
                        told(
                                diagram(
                                        text -> text.replace(
                                                "camunda:formRef=\"instruct\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"instruction-${sector}\"",
                                                "camunda:formRef=\"instruct\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"consulted-departement\""))))
                .containsExactly("GROUP_STEP");
        assertThat(told(diagram(text -> text.replace(
                        "name=\"readers\" value=\"conformity-${territory}", "name=\"readers\" value=\"consulted-caf"))))
                .contains("GROUP_STEP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consulted", "consulted-", "consulted-*", "consulted-été", "consulted-a b", "consulte-caf"})
    void aGroupThatIsNoServiceIsRefused(String group) {
        assertThat(told(diagram(text -> text.replace("\"consulted-departement\"", "\"" + group + "\""))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"userTask_consult", "userTask_consult_", "userTask_consulte_departement"})
    void aStepWithoutItsWordIsRefused(String id) {
        assertThat(told(diagram(text -> text.replace("\"userTask_consult_departement\"", "\"" + id + "\""))))
                .contains("STEP_UNKNOWN");
    }

    @Test
    void aConditionReadsTheOpinionAfterTheServiceWasAskedAndNotBefore() {
        UnaryOperator<String> condition = text -> text.replace(
                "${completenessVerdict == 'COMPLETE'}",
                "${completenessVerdict == 'COMPLETE' &amp;&amp; consultation == 'FAVORABLE'}");
        assertThat(told(diagram(condition))).contains("FACT_UNSET");
        assertThat(models.vocabulary().facts())
                .filteredOn(fact -> fact.name().equals("consultation"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.values()).containsExactly("FAVORABLE", "RESERVE", "DEFAVORABLE", "SANS_AVIS");
                    assertThat(fact.setBy()).containsExactly("userTask_consult_*");
                });
    }

    private static TestModels form(UnaryOperator<String> change) {
        return AskedDepartement.bundle().change(AskedDepartement.FORM, change);
    }

    private static TestModels diagram(UnaryOperator<String> change) {
        return AskedDepartement.bundle().change(AskedDepartement.DIAGRAM, change);
    }

    private List<String> told(TestModels bundle) {
        return models.review(bundle.bytes()).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
