package fr.ruche.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text from which a letter is written, at one of its versions.
 *
 * @param version 0 for the text that Ruche comes with, as long as nobody has changed it
 * @param shipped whether it is that text
 * @param changedBy account of the manager; null when nobody has
 * @param names what stands for a value in this letter: nothing else may
 */
public record LetterTemplate(
        Letter letter,
        int version,
        String subject,
        String body,
        boolean shipped,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        List<Name> names) {

    LetterText text() {
        return new LetterText(subject, body);
    }

    /** @param meaning in French; @param required whether the text must hold it */
    public record Name(String name, String meaning, boolean required) {}
}
