package fr.ruche.dossier;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a dossier is found by, as it was written; the database takes the accents and the plurals off. */
final class SearchText {

    private SearchText() {}

    static String of(@Nullable String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
