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
    private static final String PROGRAMME = "__programme__";
    private static final String DIAGRAM = "__diagram__";

    /** For the diagram that a call follows, while its programme has none. */
    static final String NO_DIAGRAM = "a-completer";

    private final List<StatedFiles> stated;

    Starters(List<StatedFiles> stated) {
        this.stated = stated;
    }

    /**
     * @param programme what the programme is called
     * @param diagram the one that its dossiers follow, without its ending; {@link #NO_DIAGRAM} when there is none
     * @throws Rejected naming {@code stem} when no file of this kind counts under this name
     */
    byte[] of(FileKind kind, String stem, String programme, String diagram) {
        return stated.stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .map(one -> stated(one, stem))
                .orElseGet(() -> smallest(kind)
                        .replace(STEM, stem)
                        .replace(PROGRAMME, programme.replace("'", "''"))
                        .replace(DIAGRAM, diagram)
                        .getBytes(StandardCharsets.UTF_8));
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

    private static String smallest(FileKind kind) {
        var file = new ClassPathResource("starters/" + kind.name().toLowerCase(Locale.ROOT) + kind.ending());
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
