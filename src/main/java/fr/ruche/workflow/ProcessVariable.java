package fr.ruche.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reference or a routing fact that a gateway, a timer or a group reads. Declare one constant per variable, never a
 * bare string; data lives in tables, never here.
 *
 * @param values the only values it takes; empty when other data give them, or for a flag
 */
public record ProcessVariable<T>(String name, Class<T> type, List<String> values) {

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class, List.of());
    }

    public static ProcessVariable<String> code(String name) {
        return new ProcessVariable<>(name, String.class, List.of());
    }

    /** A code out of an enumeration: the name of one of its constants. */
    public static ProcessVariable<String> choice(String name, Class<? extends Enum<?>> among) {
        return new ProcessVariable<>(
                name,
                String.class,
                Arrays.stream(among.getEnumConstants()).map(Enum::name).toList());
    }

    /** As the engine takes them. */
    static Map<String, Object> named(Map<ProcessVariable<?>, Object> facts) {
        var named = new HashMap<String, Object>();
        facts.forEach(
                (variable, value) -> named.put(variable.name(), variable.type().cast(value)));
        return named;
    }

    /** Their names in alphabetical order. */
    static List<String> names(Collection<ProcessVariable<?>> facts) {
        return facts.stream().map(ProcessVariable::name).sorted().toList();
    }
}
