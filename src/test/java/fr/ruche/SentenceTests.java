package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say stands in {@code messages.properties}, where all of it can be read and mended. */
class SentenceTests {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern FRENCH = Pattern.compile("\"[^\"\\n]*[à-üÀ-Üœ’«»…][^\"\\n]*\"");

    @ParameterizedTest
    @ValueSource(strings = {"page", "portal"})
    void theCodeOfPagesHoldsNoFrenchSentence(String room) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/fr/ruche", room))) {
            assertThat(files.filter(Files::isRegularFile).flatMap(SentenceTests::french))
                    .isEmpty();
        }
    }

    private static Stream<String> french(Path file) {
        try {
            var code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            return FRENCH.matcher(code)
                    .results()
                    .map(MatchResult::group)
                    .map(found -> file.getFileName() + ": " + found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
