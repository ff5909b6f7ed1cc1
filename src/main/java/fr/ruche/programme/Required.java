package fr.ruche.programme;

import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which parts of a record that was read from JSON are absent although its type says that they never are. */
final class Required {

    private final List<Fault> faults = new ArrayList<>();

    private Required() {}

    static List<Fault> faults(Record whole) {
        var required = new Required();
        required.record("", whole);
        return required.faults;
    }

    private void record(String path, Record whole) {
        for (var component : whole.getClass().getRecordComponents()) {
            var field = path.isEmpty() ? component.getName() : path + "." + component.getName();
            value(field, component.getAnnotatedType(), read(component, whole));
        }
    }

    private void value(String field, AnnotatedType type, @Nullable Object value) {
        if (value == null) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                faults.add(new Fault(field, "REQUIRED", Sentences.of("field.required", field)));
            }
        } else if (value instanceof Record part) {
            record(field, part);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                value(field + "[" + i + "]", argument(type, 0), list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, part) -> value(field + "." + key, argument(type, 1), part));
        }
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static @Nullable Object read(RecordComponent component, Record whole) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
