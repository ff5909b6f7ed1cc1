package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestModels;
import fr.ruche.common.Sentences;
import fr.ruche.review.ChangedModels;
import fr.ruche.review.Rule;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the gate says of honest models: nothing of those that work, exactly what is wrong with the others. */
@IntegrationTest
class ModelReviewTests {

    @Autowired
    ModelReview models;

    @Autowired
    DeploymentGate gate;

    @Autowired
    ProcessEngine engine;

    @Test
    void whatRucheShipsIsWithoutAFault() {
        assertThat(models.review(TestModels.shipped().bytes()).findings()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aMistakeIsNamedWhereItIs() {
        return ChangedModels.all()
                .map(changed -> DynamicTest.dynamicTest(changed.name(), () -> {
                    var review = models.review(changed.models().bytes());
                    assertThat(ChangedModels.told(review)).isEqualTo(changed.expected());
                    if (review.accepted()) {
                        deployAndForget(changed.models());
                    }
                }));
    }

    /** What the gate lets through, the engine takes. */
    private void deployAndForget(TestModels accepted) {
        gate.open(() -> {
            var deployment = engine.getRepositoryService().createDeployment();
            accepted.bytes().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
            engine.getRepositoryService().deleteDeployment(deployment.deploy().getId(), true);
        });
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aRuleSaysWhatIsWrongAndHowToMendIt(Rule rule) {
        assertThat(Sentences.of("rule." + rule)).isNotBlank();
        assertThat(Sentences.of("rule." + rule + ".cure")).isNotBlank();
    }
}
