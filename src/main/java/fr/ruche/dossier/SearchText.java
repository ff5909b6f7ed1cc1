package fr.ruche.dossier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words by which a dossier is found: small letters, no accents. */
final class SearchText {

    private SearchText() {}

    static String of(@Nullable String... words) {
        return Arrays.stream(words)
                .filter(Objects::nonNull)
                .map(word -> normal(Objects.requireNonNull(word)))
                .collect(Collectors.joining(" "));
    }

    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
