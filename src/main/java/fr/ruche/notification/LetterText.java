package fr.ruche.notification;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a letter, with {names} that stand for values and nothing else that would be computed.
 *
 * @param body in plain text; an empty line separates paragraphs, a line that begins with « – » is an item of a list
 */
public record LetterText(String subject, String body) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;

    /** As it was typed, without the blanks round it and at the end of its lines. */
    public static LetterText typed(String subject, String body) {
        return new LetterText(
                subject.strip(),
                body.replace("\r\n", "\n").replaceAll("[ \\t]+\\n", "\n").strip());
    }

    /** What a file says: the subject on the first line, then the body. */
    static LetterText read(String file) {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file; // editors of Windows begin files with it
        var lines = text.split("\\R", 2);
        return typed(lines[0], lines.length > 1 ? lines[1] : "");
    }

    /** As {@link #read} reads it. */
    String written() {
        return subject + "\n\n" + body + "\n";
    }

    /** What forbids it as the text of this letter. */
    List<Fault> faults(Letter letter) {
        var faults = new ArrayList<Fault>();
        check(faults, "subject", subject, LONGEST_SUBJECT, letter);
        check(faults, "body", body, LONGEST_BODY, letter);
        if (subject.contains("\n")) {
            faults.add(new Fault("subject", "LINES", Sentences.of("letterText.subject.lines")));
        }
        var left = letter.required().stream()
                .filter(name -> !body.contains("{" + name + "}"))
                .toList();
        if (!left.isEmpty()) {
            faults.add(new Fault("body", "MANDATORY", Sentences.of("letterText.left", explained(left))));
        }
        return faults;
    }

    /**
     * The letter itself. A paragraph that names values, all of which are empty, is left out.
     *
     * @throws IllegalStateException when a name has no value
     */
    LetterText filled(Map<String, String> values) {
        return new LetterText(
                fill(subject, values),
                PARAGRAPHS
                        .splitAsStream(body)
                        .filter(paragraph -> says(paragraph, values))
                        .map(paragraph -> fill(paragraph, values).strip())
                        .collect(Collectors.joining("\n\n")));
    }

    private static void check(List<Fault> faults, String field, String text, int longest, Letter letter) {
        if (text.isBlank()) {
            faults.add(new Fault(field, "REQUIRED", Sentences.of("letterText." + field + ".required")));
        }
        if (text.length() > longest) {
            faults.add(new Fault(field, "LENGTH", Sentences.of("callSettings.long", longest)));
        }
        if (UNREADABLE.matcher(text).find()) {
            faults.add(new Fault(field, "CHARACTERS", Sentences.of("letterText.unreadable")));
        }
        names(text)
                .filter(name -> !letter.names().contains(name))
                .distinct()
                .forEach(name -> faults.add(
                        new Fault(field, "NAME", Sentences.of("letterText.unknown", braced(name), known(letter)))));
        if (NAME.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            faults.add(new Fault(field, "BRACE", Sentences.of("letterText.brace")));
        }
    }

    private static boolean says(String paragraph, Map<String, String> values) {
        var named = names(paragraph).map(name -> value(name, values)).toList();
        return named.isEmpty() || named.stream().anyMatch(value -> !value.isBlank());
    }

    private static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("{" + name + "} has no value");
        }
        return value;
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1));
    }

    private static String explained(List<String> names) {
        return names.stream()
                .map(name -> Sentences.of("letterText.explained", braced(name), Sentences.of("letterName." + name)))
                .collect(Collectors.joining(", "));
    }

    private static String known(Letter letter) {
        return letter.names().stream().map(LetterText::braced).collect(Collectors.joining(", "));
    }

    private static String braced(String name) {
        return "{" + name + "}";
    }
}
