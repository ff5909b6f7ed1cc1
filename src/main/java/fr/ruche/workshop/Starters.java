package fr.ruche.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/** What a new file of each kind begins with: the smallest that says something, in {@code starters/}. */
final class Starters {

    private static final String STEM = "__name__";

    private Starters() {}

    static byte[] of(FileKind kind, String stem) {
        var file = new ClassPathResource("starters/" + kind.name().toLowerCase(Locale.ROOT) + kind.ending());
        try {
            return file.getContentAsString(StandardCharsets.UTF_8)
                    .replace(STEM, stem)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
