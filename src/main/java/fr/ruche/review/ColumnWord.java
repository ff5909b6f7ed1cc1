package fr.ruche.review;

import java.util.List;

/**
 * What a table is given or has to answer.
 *
 * @param name as FEEL writes it, with a point inside what holds others: {@code measure.floor}
 * @param values the only values it takes; empty when there are others
 */
public record ColumnWord(String name, ValueType type, List<String> values) {

    public static ColumnWord of(String name, ValueType type) {
        return new ColumnWord(name, type, List.of());
    }

    public static ColumnWord choice(String name, Class<? extends Enum<?>> among) {
        return new ColumnWord(name, ValueType.CODE, FieldWord.names(among));
    }
}
