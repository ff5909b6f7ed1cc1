package fr.ruche.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatientTests {

    @Test
    void aPatternOfOursIsFoundInALongText() {
        assertThat(Patient.find(Pattern.compile("^[0-9 ]+€$"), "1 234 €")).isTrue();
        assertThat(Patient.find(Pattern.compile("b$"), "a".repeat(20_000) + "b"))
                .isTrue();
    }

    /** Without patience this would not end in a lifetime. */
    @Test
    void aPatternThatGoesBackForEverIsGivenUp() {
        assertThat(Patient.find(Pattern.compile("^(a+)+$"), "a".repeat(60) + "b"))
                .isFalse();
    }

    @Test
    void aPatternThatFillsTheStackIsGivenUp() {
        assertThat(Patient.find(Pattern.compile("^(?:a|b)*$"), "ab".repeat(500_000)))
                .isFalse();
    }
}
