package fr.ruche.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.review.ColumnWord;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What modellers are told of a table is what the program gives it. */
@IntegrationTest
class RuleWordsTests {

    @Autowired
    RuleWords words;

    @Autowired
    Calls calls;

    @Test
    void theRulesAreGivenWhatTheyAreSaidToBeGiven() {
        var given =
                new EligibilityFacts(calls.current(TestDossiers.CALL), AProject.with(project -> {})).at(Instant.EPOCH);

        var eligibility = words.tables().stream()
                .filter(table -> table.id().equals("eligibility"))
                .findFirst()
                .orElseThrow();
        assertThat(eligibility.inputs())
                .extracting(ColumnWord::name)
                .containsExactlyInAnyOrderElementsOf(names("", given).toList());
    }

    private static Stream<String> names(String before, Map<?, ?> facts) {
        return facts.entrySet().stream().flatMap(fact -> {
            var name = before + fact.getKey();
            return fact.getValue() instanceof Map<?, ?> inner ? names(name + ".", inner) : Stream.of(name);
        });
    }
}
