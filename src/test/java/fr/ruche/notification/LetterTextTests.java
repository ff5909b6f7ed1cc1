package fr.ruche.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextTests {

    private final ShippedLetters shipped = new ShippedLetters();

    private static Map<String, String> values(Letter letter) {
        var values = new HashMap<String, String>();
        letter.names().forEach(name -> values.put(name, "<" + name + ">"));
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void everyShippedTextMayBeUsedAsItIs(Letter letter) {
        var text = shipped.of(letter);
        assertThat(text.faults(letter)).isEmpty();

        var filled = text.filled(values(letter));
        assertThat(filled.subject())
                .contains("<number>")
                .doesNotContain("{", "}")
                .doesNotContain("\n");
        assertThat(filled.body()).startsWith("Bonjour,").contains("<title>").doesNotContain("{", "}");
        assertThat(filled.body()).as("French typography").doesNotContain("'", " ;", " !", " ?", "« ", " »");
    }

    @ParameterizedTest
    @EnumSource
    void everyNameHasAMeaningForTheManager(Letter letter) {
        assertThat(letter.names())
                .allSatisfy(
                        name -> assertThat(Sentences.of("letterName." + name)).isNotBlank());
        assertThat(letter.names()).containsAll(letter.required());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "GRANTED",
                "REJECTED",
                "RESERVE",
                "INADMISSIBLE",
                "FICHE_NOT_CONFORM",
                "LAPSED",
                "WITHDRAWN",
                "REFUSED"
            })
    void aDecisionCannotLeaveOutItsRemedies(Letter letter) {
        var text = shipped.of(letter);
        var without = new LetterText(text.subject(), text.body().replace("{remedies}", ""));

        assertThat(without.faults(letter)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("body");
            assertThat(fault.rule()).isEqualTo("MANDATORY");
            assertThat(fault.message()).contains("{remedies}", "voies et délais de recours");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"receivedAt", "service", "address", "email", "phone", "silenceUntil", "remedies"})
    void anAcknowledgmentCannotLeaveOutWhatTheLawAsksOfIt(String name) {
        var text = shipped.of(Letter.DOSSIER_RECEIVED);
        var without = new LetterText(text.subject(), text.body().replace("{" + name + "}", ""));

        assertThat(without.faults(Letter.DOSSIER_RECEIVED))
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("{" + name + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "{montant},NAME",
        "{Number},NAME",
        "{ number },NAME",
        "{},NAME",
        "${7*7},NAME",
        "{reserveUntil},NAME",
        "seule {,BRACE",
        "seule },BRACE",
        "{{number}},BRACE"
    })
    void whatIsNoKnownNameIsRefusedByItsName(String typed, String rule) {
        var text = new LetterText("Rappel {number}", "Bonjour, {until} " + typed);

        assertThat(text.faults(Letter.REMINDER)).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo("body");
            assertThat(fault.rule()).isEqualTo(rule);
        });
    }

    @Test
    void theSentenceNamesTheUnknownNameAndTheKnownOnes() {
        var faults = new LetterText("Objet", "{until} {montant} {montant}").faults(Letter.REMINDER);

        assertThat(faults)
                .singleElement()
                .extracting(Fault::message)
                .satisfies(message -> assertThat(message)
                        .contains("« {montant} »", "{number}", "{until}")
                        .doesNotContain("{deliberation}"));
    }

    @Test
    void anEmptyOrEndlessTextIsRefused() {
        assertThat(new LetterText(" ", "{until}").faults(Letter.REMINDER))
                .extracting(Fault::field, Fault::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("subject", "REQUIRED"));
        assertThat(new LetterText("a".repeat(201), "{until}" + "b".repeat(20_000)).faults(Letter.REMINDER))
                .extracting(Fault::rule)
                .containsExactly("LENGTH", "LENGTH");
        assertThat(new LetterText("a\nb", "{until}").faults(Letter.REMINDER))
                .extracting(Fault::rule)
                .containsExactly("LINES");
        assertThat(new LetterText("a", "{until} \u0000").faults(Letter.REMINDER))
                .extracting(Fault::rule)
                .containsExactly("CHARACTERS");
    }

    @Test
    void aParagraphWhoseNamesAreAllEmptyIsLeftOut() {
        var text = LetterText.typed("Objet", "Bonjour,\r\n\r\nMotif : {reason}\r\n\r\n{title} {reason}\r\n\r\nFin.");

        assertThat(text.filled(Map.of("reason", "", "title", "Jardin")).body()).isEqualTo("Bonjour,\n\nJardin\n\nFin.");
    }

    @Test
    void aNameWithoutAValueIsAnErrorAndNeverReachesThePorteur() {
        var values = values(Letter.REJECTED);
        values.remove("reason");

        assertThatThrownBy(() -> shipped.of(Letter.REJECTED).filled(values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{reason}");
    }

    @Test
    void aTitleWithBracesOrDollarsIsShownAsItIs() {
        var values = values(Letter.REMINDER);
        values.put("title", "Le {jardin} à $1 \\ fin");

        assertThat(shipped.of(Letter.REMINDER).filled(values).body()).contains("Le {jardin} à $1 \\ fin");
    }
}
