package fr.ruche.workflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Page;
import org.jspecify.annotations.Nullable;

/** Pages and patterns of the engine's queries, for what does not come from its tables. */
final class Pages {

    private Pages() {}

    static <T> List<T> of(Stream<T> all, @Nullable Page page) {
        var wanted = page == null ? all : all.skip(page.getFirstResult()).limit(page.getMaxResults());
        return wanted.collect(Collectors.toList());
    }

    /**
     * @param pattern with {@code %} and {@code _}, as in SQL but whatever the case; null fits everything. Never slower
     *     than the product of both lengths, whatever is typed.
     */
    static boolean like(String text, @Nullable String pattern) {
        return pattern == null || fits(text.toLowerCase(Locale.FRENCH), pattern.toLowerCase(Locale.FRENCH));
    }

    private static boolean fits(String text, String pattern) {
        var reached = new boolean[text.length() + 1];
        reached[0] = true;
        for (var c : pattern.toCharArray()) {
            reached = c == '%' ? fromTheFirst(reached) : oneFurther(reached, text, c);
        }
        return reached[text.length()];
    }

    private static boolean[] fromTheFirst(boolean[] reached) {
        var next = reached.clone();
        for (var i = 1; i < next.length; i++) {
            next[i] |= next[i - 1];
        }
        return next;
    }

    private static boolean[] oneFurther(boolean[] reached, String text, char c) {
        var next = new boolean[reached.length];
        for (var i = 1; i < next.length; i++) {
            next[i] = reached[i - 1] && (c == '_' || c == text.charAt(i - 1));
        }
        return next;
    }
}
