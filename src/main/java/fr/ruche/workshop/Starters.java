package fr.ruche.workshop;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a new file of each kind begins with: the smallest that says something, in {@code starters/}, or what
 * {@link StatedFiles} gives.
 */
@Component
class Starters {

    private static final String STEM = "__name__";

    private final List<StatedFiles> stated;

    Starters(List<StatedFiles> stated) {
        this.stated = stated;
    }

    /** @throws Rejected naming {@code stem} when no file of this kind counts under this name */
    byte[] of(FileKind kind, String stem) {
        return stated.stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .map(one -> stated(one, stem))
                .orElseGet(() -> smallest(kind, stem));
    }

    private static byte[] stated(StatedFiles files, String stem) {
        if (files.names().stream().noneMatch(name -> name.stem().equals(stem))) {
            throw Rejected.because("stem", "NAME", Sentences.of("workshop.begin.unknown", stem, known(files)));
        }
        return files.starter(stem);
    }

    private static String known(StatedFiles files) {
        return files.names().stream().map(StatedFiles.Name::stem).collect(Collectors.joining(", "));
    }

    private static byte[] smallest(FileKind kind, String stem) {
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
