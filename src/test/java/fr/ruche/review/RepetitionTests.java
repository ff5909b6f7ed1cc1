package fr.ruche.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\s*[1-9][0-9]{0,2}\\s*$",
                "^\\s*(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\\s*$",
                "^\\s*[0-9]{1,3}(?:[ \\u00a0\\u202f]?[0-9]{3})*(?:[.,][0-9]{1,2})?\\s*€?\\s*$",
                "[]a]+",
                "a\\(b",
                "^(abc)+$"
            })
    void thatIsQuicklyDoneWith(String pattern) {
        assertThat(Repetition.simple(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(?:a*)*$",
                "(a|aa)+$",
                "((a|b)c)*",
                "(a+b){2,}",
                "(a*)\\1",
                "a*a*a*a*a*",
                "(?=a)b",
                "(?i)a",
                "(?<x>a)\\k<x>",
                "[a&&[b]]",
                "\\p{Alpha}",
                "(",
                "a**",
                "[",
                ")"
            })
    void thatTakesForEverOrMeansAnotherThingElsewhere(String pattern) {
        assertThat(Repetition.simple(pattern)).isFalse();
    }
}
