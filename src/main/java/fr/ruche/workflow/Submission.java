package fr.ruche.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What came through a door of the engine, as plain values. Nothing is ever deserialized to an object of a class: only
 * texts, numbers, truth values and JSON pass.
 */
class Submission {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Submission() {}

    /** @throws Rejected with a fault for every value of another kind, such as a file or a serialized object */
    static Map<String, Object> read(@Nullable Map<String, Object> variables) {
        var values = new HashMap<String, Object>();
        var faults = new ArrayList<Fault>();
        var given = Variables.fromMap(variables == null ? Map.of() : variables);
        for (var name : given.keySet()) {
            try {
                var value = plain(given.getValueTyped(name));
                values.put(name, value == null ? "" : value);
            } catch (IllegalArgumentException | JsonProcessingException notPlain) {
                faults.add(new Fault(name, "TYPE", Sentences.of("form.type", name)));
            }
        }
        Rejected.ifAny(faults);
        return values;
    }

    private static @Nullable Object plain(TypedValue value) throws JsonProcessingException {
        if (value instanceof JsonValue json) {
            return JSON.readValue(json.getValueSerialized(), Object.class);
        }
        if (value instanceof PrimitiveValue<?>
                && ValueType.BYTES != value.getType()
                && ValueType.DATE != value.getType()) {
            return value.getValue();
        }
        if (value.getType() == null || ValueType.NULL == value.getType()) {
            return untyped(value.getValue());
        }
        throw new IllegalArgumentException();
    }

    /** What comes without the name of a type: Java callers, and JSON that leaves it out. */
    private static @Nullable Object untyped(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof List<?>) {
            return value;
        }
        throw new IllegalArgumentException();
    }
}
