package fr.ruche.review;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the FEEL of a file, and names what may not stand there. */
final class FeelTexts {

    /** The parser tries each bracket in several ways, again in each that it holds: time doubles with every level. */
    private static final int DEEPEST = 6;
    /** What is not FEEL is what takes the parser long: after some of it the file is not read further. */
    private static final int PATIENCE = 10;

    private static final Pattern DISGUISE = Pattern.compile("/\\*|//|`");

    private final FeelReader reader;
    private final Limits limits;
    private final Complaints complaints;
    private int unreadable;

    FeelTexts(FeelReader reader, Limits limits, Complaints complaints) {
        this.reader = reader;
        this.limits = limits;
        this.complaints = complaints;
    }

    private interface Parse {
        Feel of(String text) throws FeelReader.Unreadable;
    }

    Optional<Feel> expression(String element, int line, String text) {
        return read(element, line, text, reader::expression);
    }

    /** An empty cell takes every value, as in the engine. */
    Optional<Feel> tests(String element, int line, String text) {
        return text.isBlank() ? Optional.of(new Feel.Anything()) : read(element, line, text, reader::tests);
    }

    private Optional<Feel> read(String element, int line, String text, Parse parse) {
        if (unreadable >= PATIENCE) {
            return Optional.empty();
        }
        if (text.length() > limits.expressionLength() || depth(text) > DEEPEST) {
            unreadable++;
            complaints.add(Rule.FEEL_UNREADABLE, element, line, text);
            return Optional.empty();
        }
        try {
            var feel = parse.of(text);
            feel.everything().forEach(part -> allowed(element, line, part));
            return Optional.of(feel);
        } catch (FeelReader.Unreadable other) {
            unreadable++;
            complaints.add(Rule.FEEL_UNREADABLE, element, line, text);
            return Optional.empty();
        }
    }

    private void allowed(String element, int line, Feel part) {
        if (part instanceof Feel.Forbidden forbidden) {
            complaints.add(Rule.FEEL_FORBIDDEN, element, line, forbidden.what());
        } else if (part instanceof Feel.Call call && !Types.mayCall(call.function())) {
            complaints.add(Rule.FEEL_FORBIDDEN, element, line, call.function());
        }
    }

    /** Names every name that is not known here. */
    void names(String element, int line, Feel feel, Collection<String> known) {
        feel.names()
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> complaints.add(Rule.NAME_UNKNOWN, element, line, name, Near.hint(name, known)));
    }

    /** How far brackets stand in each other; all of them where a comment may hide which belong together. */
    private static int depth(String text) {
        var comments = DISGUISE.matcher(text).find();
        var depth = 0;
        var deepest = 0;
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (comments) {
                deepest += "([{".indexOf(sign) >= 0 ? 1 : 0;
            } else if (quoted && sign == '\\') {
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
                deepest = Math.max(deepest, depth);
            }
        }
        return deepest;
    }
}
