package fr.ruche.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vérifier l’éligibilité",
                "Cœur d’Ostrevent, n° 3 – 1\u00a0234,56\u202f€",
                "Porteur : \n « À corriger »…",
                "É par deux signes : E\u0301",
                "Δ et µ, ½",
                "${deadlines.decision(execution.processBusinessKey)}"
            })
    void whatFrenchPeopleWrite(String text) {
        assertThat(Characters.hidden(text)).isEmpty();
        assertThat(Characters.lookalike(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dossi\u0435r", "аction", "μονο\u0061", "\uFF41ction", "\uD835\uDC1Action", "ﬁche", "\u13DE"})
    void whatPassesForOurLetters(String text) {
        assertThat(Characters.lookalike(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200Bb",
                "a\u202Eb",
                "a\u2066b",
                "a\uFEFFb",
                "a\u00ADb",
                "a\u0000b",
                "a\u2028b",
                "a\uE000b",
                "a\uDB40\uDC41",
                "a\uD800"
            })
    void whatIsNotSeen(String text) {
        assertThat(Characters.hidden(text)).isPresent();
        assertThat(Characters.shown(text)).doesNotContain(text.substring(1, 2)).contains("U+");
    }
}
