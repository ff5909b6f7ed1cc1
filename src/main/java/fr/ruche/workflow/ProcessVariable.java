package fr.ruche.workflow;

import java.util.HashMap;
import java.util.Map;

/**
 * A reference or a routing fact that a gateway, a timer or a group reads. Declare one constant per variable, never a
 * bare string; data lives in tables, never here.
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public static ProcessVariable<String> code(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    /** As the engine takes them. */
    static Map<String, Object> named(Map<ProcessVariable<?>, Object> facts) {
        var named = new HashMap<String, Object>();
        facts.forEach(
                (variable, value) -> named.put(variable.name(), variable.type().cast(value)));
        return named;
    }
}
