package fr.ruche.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts of the letters: a subject on the first line, then the body, with {names} that are replaced. */
@Component
class Letters {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Map<Letter, String> texts = new EnumMap<>(Letter.class);

    Letters() {
        for (var letter : Letter.values()) {
            texts.put(letter, read(letter));
        }
    }

    /** @throws IllegalStateException when the text uses a name that has no value */
    Text write(Letter letter, Map<String, String> values) {
        var text = texts.getOrDefault(letter, "");
        var filled =
                NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(letter, name.group(1), values)));
        var end = filled.indexOf('\n');
        return new Text(
                filled.substring(0, end).strip(),
                filled.substring(end).replaceAll("\n{3,}", "\n\n").strip());
    }

    private static String value(Letter letter, String name, Map<String, String> values) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The letter " + letter.file() + " uses {" + name + "}, which has no value");
        }
        return value;
    }

    private static String read(Letter letter) {
        try {
            return new ClassPathResource("letters/" + letter.file()).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Text(String subject, String body) {}
}
