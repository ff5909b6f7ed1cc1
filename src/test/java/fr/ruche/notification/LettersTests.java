package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTests {

    private static final String[] NAMES = {
        "number", "title", "holder", "call", "service", "dossierDeadline", "conformityDays", "receivedAt",
        "silenceUntil", "reason", "reserves", "missing", "until", "deliberation", "decidedOn", "operating",
        "investment", "total", "reserveUntil", "convention"
    };

    private final Letters letters = new Letters();

    private static Map<String, String> values() {
        var values = new HashMap<String, String>();
        for (var name : NAMES) {
            values.put(name, "<" + name + ">");
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterHasASubjectAndABodyAboutItsDossier(Letter letter) {
        var text = letters.write(letter, values());

        assertThat(text.subject()).contains("<number>").doesNotContain("{", "}").doesNotContain("\n");
        assertThat(text.body()).startsWith("Bonjour,").contains("<title>").doesNotContain("{", "}");
        assertThat(text.body()).as("French typography").doesNotContain("'", " ;", " !", " ?", "« ", " »");
    }

    @Test
    void aRefusalTellsItsRemedies() {
        for (var letter : new Letter[] {Letter.REJECTED, Letter.INADMISSIBLE, Letter.FICHE_NOT_CONFORM}) {
            assertThat(letters.write(letter, values()).body())
                    .contains("<reason>")
                    .contains("tribunal administratif")
                    .contains("deux mois");
        }
    }

    @Test
    void aNameWithoutAValueIsAnErrorAndNeverReachesThePorteur() {
        var values = values();
        values.remove("reason");

        assertThatThrownBy(() -> letters.write(Letter.REJECTED, values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{reason}");
    }

    @Test
    void aTitleWithBracesOrDollarsIsShownAsItIs() {
        var values = values();
        values.put("title", "Le {jardin} à $1 \\ fin");

        assertThat(letters.write(Letter.REMINDER, values).body()).contains("Le {jardin} à $1 \\ fin");
    }
}
