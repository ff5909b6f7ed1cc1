package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestModels;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ModelReviewTests {

    @Autowired
    ModelReview models;

    @Test
    void dump() throws Exception {
        new com.fasterxml.jackson.databind.ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(new java.io.File("/tmp/vocabulary.json"), models.vocabulary());
    }

    @Test
    void whatRucheShipsIsWithoutAFault() {
        assertThat(models.review(TestModels.shipped().bytes()).findings()).isEmpty();
    }
}
