package fr.ruche.notification;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.workshop.FileKind;
import fr.ruche.workshop.StatedFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the letters that a bundle states when it is put into service: where the file is new or says something
 * else than that of the bundle before, its text is from then on that of the programme; where it is gone, the text of
 * all programmes holds again. What a manager has set for the programme meanwhile stays otherwise.
 */
@Component
@Transactional
class StatedLetters implements StatedFiles {

    private final LetterTables tables;
    private final LetterTemplates templates;
    private final Clock clock;

    StatedLetters(LetterTables tables, LetterTemplates templates, Clock clock) {
        this.tables = tables;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public FileKind kind() {
        return FileKind.LETTER;
    }

    @Override
    public List<Name> names() {
        return Arrays.stream(Letter.values())
                .map(letter -> new Name(letter.stem(), Sentences.of("letter." + letter)))
                .toList();
    }

    /** What is written now to the dossiers of all programmes. */
    @Override
    public byte[] starter(String stem) {
        return templates
                .current(null, Letter.ofStem(stem).orElseThrow())
                .text()
                .written()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Word> words(String stem) {
        return Letter.ofStem(stem).stream()
                .flatMap(letter -> LetterTemplates.names(letter).stream())
                .map(name -> new Word(name.name(), name.meaning(), name.required()))
                .toList();
    }

    @Override
    public List<Fault> faults(Map<String, byte[]> bundle) {
        return stated(bundle).entrySet().stream()
                .flatMap(file -> found(file.getKey(), file.getValue())
                        .map(fault -> in(file.getKey() + FileKind.LETTER.ending(), fault)))
                .toList();
    }

    private static Fault in(String file, Fault fault) {
        return new Fault(file, fault.rule(), Sentences.of("letterFile.fault", file, fault.message()));
    }

    private static Stream<Fault> found(String stem, byte[] content) {
        var letter = Letter.ofStem(stem);
        if (letter.isEmpty()) {
            return Stream.of(new Fault("", "LETTER", Sentences.of("letterFile.unknown", known())));
        }
        return read(content)
                .map(text -> text.faults(letter.get()).stream())
                .orElseGet(() -> Stream.of(new Fault("", "CHARACTERS", Sentences.of("letterFile.encoding"))));
    }

    private static String known() {
        return Arrays.stream(Letter.values()).map(Letter::stem).collect(Collectors.joining(", "));
    }

    @Override
    public void bring(String programme, Map<String, byte[]> former, Map<String, byte[]> bundle, String author) {
        Rejected.ifAny(faults(bundle));
        var before = texts(former);
        var now = texts(bundle);
        for (var letter : Letter.values()) {
            var stated = now.get(letter);
            if (stated != null ? says(programme, letter, before.get(letter), stated) : before.containsKey(letter)) {
                set(programme, letter, stated, author);
            }
        }
    }

    /** A file of the time when letters did not enter service yet is new, even if the bundle before had it. */
    private boolean says(String programme, Letter letter, @Nullable LetterText before, LetterText stated) {
        return !stated.equals(before) || tables.last(programme, letter).isEmpty();
    }

    /** Whoever changes the same text at the same moment is either overwritten or told that it has changed. */
    private void set(String programme, Letter letter, @Nullable LetterText text, String author) {
        var done = false;
        while (!done) {
            var last = tables.last(programme, letter);
            var version = last.map(LetterTables.Row::version).orElse(0) + 1;
            done = Objects.equals(text, last.map(LetterTables.Row::text).orElse(null))
                    || tables.append(
                            programme, letter, new LetterTables.Row(version, text, true, author, clock.instant()));
        }
    }

    private static Map<Letter, LetterText> texts(Map<String, byte[]> bundle) {
        var texts = new EnumMap<Letter, LetterText>(Letter.class);
        stated(bundle)
                .forEach((stem, content) -> Letter.ofStem(stem)
                        .ifPresent(letter -> read(content).ifPresent(text -> texts.put(letter, text))));
        return texts;
    }

    /** By the names of the files without the ending. */
    private static Map<String, byte[]> stated(Map<String, byte[]> bundle) {
        var stated = new TreeMap<String, byte[]>();
        bundle.forEach((name, content) -> FileKind.LETTER.stem(name).ifPresent(stem -> stated.put(stem, content)));
        return stated;
    }

    private static Optional<LetterText> read(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return Optional.of(LetterText.read(text.toString()));
        } catch (CharacterCodingException otherCharacters) {
            return Optional.empty();
        }
    }
}
