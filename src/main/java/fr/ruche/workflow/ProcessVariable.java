package fr.ruche.workflow;

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
}
