package fr.ruche.review;

import java.util.Arrays;
import java.util.List;

/**
 * A field that a step reads in the answer of its form.
 *
 * @param values the codes that a choice may take; empty for anything else
 * @param required whether the step refuses an answer without it
 */
public record FieldWord(String key, FieldType type, List<String> values, boolean required) {

    /** A field that may stay empty, or that the step asks for only sometimes. */
    public static FieldWord optional(String key, FieldType type) {
        return new FieldWord(key, type, List.of(), false);
    }

    public static FieldWord required(String key, FieldType type) {
        return new FieldWord(key, type, List.of(), true);
    }

    /** A choice that the step must be given, among the constants of an enumeration. */
    public static FieldWord choice(String key, Class<? extends Enum<?>> among) {
        return new FieldWord(key, FieldType.CHOICE, names(among), true);
    }

    static List<String> names(Class<? extends Enum<?>> among) {
        return Arrays.stream(among.getEnumConstants()).map(Enum::name).toList();
    }
}
