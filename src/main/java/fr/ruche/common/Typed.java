package fr.ruche.common;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Identifiers as people type them: with spaces, dots, dashes and small letters. */
final class Typed {

    static final char NO_BREAK_SPACE = '\u00a0';

    private Typed() {}

    /** Without separators, in capitals; empty for null. */
    static String compact(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("[\\s\\u00a0\\u202f.-]", "").toUpperCase(Locale.ROOT);
    }

    /** In groups of {@code size}, separated by no-break spaces. */
    static String grouped(String value, int size) {
        return value.replaceAll("(.{" + size + "})(?!$)", "$1" + NO_BREAK_SPACE);
    }
}
