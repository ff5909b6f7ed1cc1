package fr.ruche.review;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which characters a model is written in: what a person reads must be what the program reads. */
final class Characters {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final int SHOWN = 300;
    private static final int PLAIN_LATIN = 0x100;

    private Characters() {}

    /** Whether it may be an id or the name of something: the letters of ASCII, which look like nothing else. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A character that cannot be seen, or that changes the order in which the others are read. */
    static Optional<String> hidden(String text) {
        return text.codePoints()
                .filter(Characters::unseen)
                .mapToObj(Characters::named)
                .findFirst();
    }

    private static boolean unseen(int sign) {
        if (sign == '\n' || sign == '\r' || sign == '\t') {
            return false;
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A letter that passes for one of ours, or a word that mixes alphabets. */
    static Optional<String> lookalike(String text) {
        var latin = false;
        var greek = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var sign = text.codePointAt(i);
            if (!Character.isLetter(sign)) {
                latin &= joins(sign);
                greek = joins(sign) ? greek : 0;
                continue;
            }
            var script = UnicodeScript.of(sign);
            if (disguised(sign) || !isOurs(script)) {
                return Optional.of(named(sign));
            }
            latin |= script == UnicodeScript.LATIN;
            greek = script == UnicodeScript.GREEK ? sign : greek;
            if (latin && greek != 0) {
                return Optional.of(named(greek));
            }
        }
        return Optional.empty();
    }

    /** Marks on a letter, and what stands inside a word. */
    private static boolean joins(int sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK || sign == '_' || Character.isDigit(sign);
    }

    private static boolean isOurs(UnicodeScript script) {
        return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || script == UnicodeScript.COMMON;
    }

    /** Wide, mathematical and joined letters are other letters in disguise. */
    private static boolean disguised(int sign) {
        var alone = Character.toString(sign);
        return sign >= PLAIN_LATIN
                && !Normalizer.normalize(alone, Normalizer.Form.NFKC)
                        .equals(Normalizer.normalize(alone, Normalizer.Form.NFC));
    }

    /** As a person can look at it in a sentence: short, on one line, and nothing hidden in it. */
    static String shown(String text) {
        var plain = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(sign -> {
            if (sign == '\n' || sign == '\r' || sign == '\t') {
                plain.append(' ');
            } else if (unseen(sign)
                    || sign >= PLAIN_LATIN
                            && lookalike(Character.toString(sign)).isPresent()) {
                plain.append('[').append(named(sign)).append(']');
            } else {
                plain.appendCodePoint(sign);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? plain + "…" : plain.toString();
    }

    private static String named(int sign) {
        var name = Character.getName(sign);
        var point = String.format(Locale.ROOT, "U+%04X", sign);
        return name == null ? point : point + " " + name;
    }
}
