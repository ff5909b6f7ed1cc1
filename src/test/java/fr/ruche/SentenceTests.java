package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told stands in {@code messages.properties}, where all of it can be read and mended. */
class SentenceTests {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** What describes the API to programmers is a constant of the language. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("@(?:Operation|Tag|Schema|Parameter|ExampleObject|Content|ApiResponse)\\s*\\(");

    private static final String FRENCH_SIGN = "[à-üÀ-Üœ’«»…]";
    private static final String FRENCH_WORD =
            "\\b(?i:le|la|les|un|une|du|des|est|sont|pas|par|pour|sur|que|qui|avec|vous|cette|sans|dans)\\b ";

    /** A sign alone, such as an ellipsis, is no sentence. */
    private static final Pattern FRENCH =
            Pattern.compile("\"(?=[^\"\\n]{3})[^\"\\n]*(?:" + FRENCH_SIGN + "|" + FRENCH_WORD + ")[^\"\\n]*\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page",
                "portal",
                "desk",
                "document",
                "dossier",
                "conformity",
                "consultation",
                "instruction",
                "funding",
                "jury",
                "programme",
                "territory",
                "api",
                "listing",
                "notification",
                "common",
                "identity",
                "workflow",
                "marking",
                "deliberation",
                "review",
                "workshop",
                "trial"
            })
    void theCodeHoldsNoFrenchSentence(String room) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/fr/ruche", room))) {
            assertThat(files.filter(Files::isRegularFile).flatMap(SentenceTests::french))
                    .isEmpty();
        }
    }

    /** What the rule above must find, and what it must not. */
    @Test
    void aFrenchSentenceIsKnownBySignsAndWords() {
        assertThat(List.of(
                        "x = \"Déjà changé\";",
                        "x = \"Deux dossiers sont sur la liste.\";",
                        "x = \"Il reste \" + n + \" un peu\";",
                        "@Schema(description = \"Un (très) long texte\") x = \"Le reste\";"))
                .allSatisfy(code -> assertThat(
                                FRENCH.matcher(withoutDescriptions(code)).find())
                        .isTrue());
        assertThat(List.of(
                        "x = \"…\";",
                        "x = \"select * from call\";",
                        "@Operation(summary = \"Les dossiers \\\"à lire\\\" (tous)\") x = 1;"))
                .noneSatisfy(code -> assertThat(
                                FRENCH.matcher(withoutDescriptions(code)).find())
                        .isTrue());
    }

    private static Stream<String> french(Path file) {
        try {
            var code =
                    withoutDescriptions(COMMENT.matcher(Files.readString(file)).replaceAll(""));
            return FRENCH.matcher(code)
                    .results()
                    .map(MatchResult::group)
                    .map(found -> file.getFileName() + ": " + found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutDescriptions(String code) {
        var kept = new StringBuilder();
        var description = DESCRIPTION.matcher(code);
        var from = 0;
        while (description.find(from)) {
            kept.append(code, from, description.start());
            from = end(code, description.end());
        }
        return kept.append(code, from, code.length()).toString();
    }

    /** Behind the parenthesis that closes the one before this place. */
    private static int end(String code, int from) {
        var open = 1;
        var quoted = false;
        var at = from;
        for (; open > 0 && at < code.length(); at++) {
            var sign = code.charAt(at);
            if (sign == '"' && code.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && sign == '(') {
                open++;
            } else if (!quoted && sign == ')') {
                open--;
            }
        }
        return at;
    }
}
