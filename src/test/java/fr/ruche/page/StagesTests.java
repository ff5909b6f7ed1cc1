package fr.ruche.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order in which pages show the steps of a diagram. */
class StagesTests {

    private static List<String> ordered(List<String> way, String... steps) {
        return Stream.of(steps).sorted(Stages.inOrder(way, Function.identity())).toList();
    }

    @Test
    void aStepThatAModellerDrewStandsWhereOneComesToIt() {
        assertThat(ordered(
                        List.of("userTask_checkCompleteness", "userTask_consult_departement", "userTask_instruct"),
                        "userTask_gone",
                        "userTask_instruct",
                        "userTask_consult_departement",
                        "userTask_depositFiche",
                        "userTask_checkCompleteness"))
                .containsExactly(
                        "userTask_depositFiche",
                        "userTask_checkCompleteness",
                        "userTask_consult_departement",
                        "userTask_instruct",
                        "userTask_gone");
    }

    @Test
    void aProgrammeOfItsOwnStepsHasTheOrderOfItsDiagram() {
        assertThat(ordered(
                        List.of("userTask_record_cadrage", "userTask_record_analyse", "userTask_record_bilan"),
                        "userTask_record_analyse",
                        "userTask_record_bilan",
                        "userTask_record_cadrage"))
                .containsExactly("userTask_record_cadrage", "userTask_record_analyse", "userTask_record_bilan");
    }
}
