package fr.ruche.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The condition of an arrow. The language is small on purpose: a fact, its contrary, a fact compared with a code, and
 * these joined by {@code &&}, {@code ||}, {@code !} and parentheses. Whatever it lets through means the same to the
 * engine.
 */
sealed interface Condition {

    /** A fact that is true. */
    record Holds(String fact) implements Condition {}

    record Is(String fact, String code) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    /** @param values of the facts: {@code true}, {@code false} or a code */
    default boolean holds(Map<String, String> values) {
        if (this instanceof Holds flag) {
            return "true".equals(values.get(flag.fact()));
        }
        if (this instanceof Is is) {
            return is.code().equals(values.get(is.fact()));
        }
        if (this instanceof Not not) {
            return !not.inner().holds(values);
        }
        return this instanceof All all
                ? all.parts().stream().allMatch(part -> part.holds(values))
                : ((Any) this).parts().stream().anyMatch(part -> part.holds(values));
    }

    /** Each comparison in it, from left to right: {@link Holds} and {@link Is}. */
    default Stream<Condition> comparisons() {
        if (this instanceof Not not) {
            return not.inner().comparisons();
        }
        if (this instanceof All all) {
            return all.parts().stream().flatMap(Condition::comparisons);
        }
        return this instanceof Any any ? any.parts().stream().flatMap(Condition::comparisons) : Stream.of(this);
    }

    /** The facts that it reads. */
    default Stream<String> facts() {
        return comparisons().map(Condition::fact);
    }

    private static String fact(Condition comparison) {
        return comparison instanceof Is is ? is.fact() : ((Holds) comparison).fact();
    }

    /** @throws Unreadable when it is not written in the language */
    static Condition read(String text) throws Unreadable {
        return new Parser(text).read();
    }

    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        /** @param at the part of the condition that is not understood */
        Unreadable(String at) {
            super(at);
        }

        String at() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads from left to right, each operator in a method of its own. */
    final class Parser {

        private static final Pattern AROUND = Pattern.compile("\\s*\\$\\{(.*)}\\s*", Pattern.DOTALL);
        private static final Pattern TOKEN =
                Pattern.compile("\\s*(\\|\\||&&|==|!=|!|\\(|\\)|[A-Za-z_]\\w*|'[\\w-]*'|\"[\\w-]*\"|\\S)");
        private static final int DEEPEST = 20;

        private final List<String> tokens;
        private int at;
        private int depth;

        private Parser(String text) throws Unreadable {
            var around = AROUND.matcher(text);
            if (!around.matches()) {
                throw new Unreadable(text.strip());
            }
            tokens = TOKEN.matcher(around.group(1))
                    .results()
                    .map(token -> token.group(1))
                    .toList();
        }

        private Condition read() throws Unreadable {
            var condition = any();
            if (at < tokens.size()) {
                throw new Unreadable(tokens.get(at));
            }
            return condition;
        }

        private Condition any() throws Unreadable {
            var parts = new ArrayList<>(List.of(all()));
            while (take("||")) {
                parts.add(all());
            }
            return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
        }

        private Condition all() throws Unreadable {
            var parts = new ArrayList<>(List.of(one()));
            while (take("&&")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
        }

        private Condition one() throws Unreadable {
            if (++depth > DEEPEST) {
                throw new Unreadable("(");
            }
            try {
                if (take("!")) {
                    return new Not(peek("!") || peek("(") ? one() : new Holds(name())); // as in JUEL, ! binds first
                }
                if (take("(")) {
                    var inner = any();
                    if (!take(")")) {
                        throw unexpected();
                    }
                    return inner;
                }
                return comparison();
            } finally {
                depth--;
            }
        }

        private Condition comparison() throws Unreadable {
            var fact = name();
            if (take("==")) {
                return new Is(fact, code());
            }
            return take("!=") ? new Not(new Is(fact, code())) : new Holds(fact);
        }

        private String name() throws Unreadable {
            if (at < tokens.size() && tokens.get(at).matches("[A-Za-z_]\\w*")) {
                return tokens.get(at++);
            }
            throw unexpected();
        }

        private String code() throws Unreadable {
            if (at < tokens.size() && tokens.get(at).matches("['\"][\\w-]*['\"]")) {
                var quoted = tokens.get(at++);
                return quoted.substring(1, quoted.length() - 1);
            }
            throw unexpected();
        }

        private boolean peek(String token) {
            return at < tokens.size() && tokens.get(at).equals(token);
        }

        private boolean take(String token) {
            var found = peek(token);
            at += found ? 1 : 0;
            return found;
        }

        private Unreadable unexpected() {
            return new Unreadable(at < tokens.size() ? tokens.get(at) : "}");
        }
    }
}
