package fr.ruche.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts that Ruche comes with. */
@Component
class ShippedLetters {

    private final Map<Letter, LetterText> texts = new EnumMap<>(Letter.class);

    ShippedLetters() {
        for (var letter : Letter.values()) {
            texts.put(letter, read(letter));
        }
    }

    LetterText of(Letter letter) {
        return java.util.Objects.requireNonNull(texts.get(letter));
    }

    private static LetterText read(Letter letter) {
        try {
            var file = new ClassPathResource("letters/" + letter.stem() + ".txt");
            return LetterText.read(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
