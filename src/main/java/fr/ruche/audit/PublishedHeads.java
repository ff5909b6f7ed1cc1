package fr.ruche.audit;

import fr.ruche.common.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The heads as a text that may be published: lines that begin with {@code #} are remarks, the others say day, position,
 * seal and moment, with a space between them. What it says never changes but for the line of the day that is not over.
 */
final class PublishedHeads {

    private static final String HEADING = "# ruche-journal-heads 1\n# day position seal sealed-at\n";
    private static final Pattern LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} (\\d{1,18}) ([0-9a-f]{64})( .*)?");

    private PublishedHeads() {}

    /** @param position of the seal; @param line as it was published */
    record Published(long position, String seal, String line) {}

    static String text(List<AuditHead> heads) {
        var text = new StringBuilder(HEADING);
        heads.forEach(head -> text.append(head.line()).append('\n'));
        return text.toString();
    }

    /** @throws IllegalArgumentException naming the line that is none */
    static List<Published> read(Path file) {
        try (var lines = Files.lines(file)) {
            return read(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Published> read(Stream<String> lines) {
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> {
                    var read = LINE.matcher(line);
                    if (!read.matches()) {
                        throw new IllegalArgumentException(Sentences.of("journal.notAHead", line));
                    }
                    return new Published(Long.parseLong(read.group(1)), read.group(2), line);
                })
                .toList();
    }
}
