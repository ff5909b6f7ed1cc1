package fr.ruche.review;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions that are quickly done with: what may repeat without end holds nothing that repeats or branches,
 * nothing looks around or back. Others take time that doubles with each sign that somebody types.
 */
final class Repetition {

    private static final Pattern ENDLESS = Pattern.compile("[*+]|\\{\\d+,}");
    private static final Pattern COUNTED = Pattern.compile("\\{\\d+(?:,\\d*)?}");
    private static final int MOST = 4;
    /** Behind a backslash: what was matched before, classes that browsers write otherwise, quotations. */
    private static final String REFUSED = "123456789kpPQEGXRN";

    private final String pattern;
    private final ArrayDeque<Boolean> open = new ArrayDeque<>();
    private int at;
    private int endless;

    private Repetition(String pattern) {
        this.pattern = pattern;
    }

    /** Whether it is a regular expression, and a simple one. */
    static boolean simple(String pattern) {
        try {
            Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
            return new Repetition(pattern).read();
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    private boolean read() {
        open.push(false);
        while (at < pattern.length()) {
            if (!one(pattern.charAt(at))) {
                return false;
            }
        }
        return open.size() == 1 && endless <= MOST;
    }

    /** Moves behind one sign of the pattern and what says how often it may come; false when it is not simple. */
    private boolean one(char sign) {
        switch (sign) {
            case '\\' -> {
                if (at + 1 < pattern.length() && REFUSED.indexOf(pattern.charAt(at + 1)) >= 0) {
                    return false;
                }
                at += 2;
            }
            case '[' -> {
                if (!set()) {
                    return false;
                }
            }
            case '(' -> {
                if (pattern.startsWith("(?", at) && !pattern.startsWith("(?:", at)) {
                    return false;
                }
                at += pattern.startsWith("(?:", at) ? 3 : 1;
                open.push(false);
                return true;
            }
            case ')' -> {
                return close();
            }
            case '|' -> {
                at++;
                mark();
                return true;
            }
            default -> at++;
        }
        if (often()) {
            mark();
        }
        return true;
    }

    /** A set of signs, without one in it. */
    private boolean set() {
        var i = at + 1;
        i += i < pattern.length() && pattern.charAt(i) == '^' ? 1 : 0;
        i += i < pattern.length() && pattern.charAt(i) == ']' ? 1 : 0;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            if (pattern.charAt(i) == '[' || pattern.startsWith("&&", i)) {
                return false;
            }
            i += pattern.charAt(i) == '\\' ? 2 : 1;
        }
        at = i + 1;
        return true;
    }

    private boolean close() {
        at++;
        var branches = open.pop();
        if (open.isEmpty()) {
            return false;
        }
        var repeated = often();
        if (repeated && branches) {
            return false;
        }
        if (repeated || branches) {
            mark();
        }
        return true;
    }

    /** The group that is open holds something that repeats or branches. */
    private void mark() {
        open.pop();
        open.push(true);
    }

    /** Whether what was just read may come without end. */
    private boolean often() {
        var rest = pattern.substring(Math.min(at, pattern.length()));
        var repeated = ENDLESS.matcher(rest);
        if (repeated.lookingAt()) {
            at += repeated.end();
            endless++;
            greed();
            return true;
        }
        var counted = COUNTED.matcher(rest);
        if (counted.lookingAt()) {
            at += counted.end();
            greed();
        } else if (rest.startsWith("?")) {
            at++;
            greed();
        }
        return false;
    }

    private void greed() {
        if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
            at++;
        }
    }
}
