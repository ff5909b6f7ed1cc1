package fr.ruche.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.ruche.common.Rejected;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/**
 * The calls that files state, as in {@code bpmn/dsdt/*.call.yaml}. A call may be based on another and then says only
 * what differs; a day may be a period from the day on which the file is read, such as {@code P5W}.
 */
final class ShippedCalls {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Lists that a call adds to, by what tells their parts apart. */
    private static final Map<String, String> NAMED_BY = Map.of("documents", "kind", "grid", "code");

    private final LocalDate today;
    private final Map<String, ObjectNode> files = new TreeMap<>();

    ShippedCalls(List<Resource> resources, LocalDate today) throws IOException {
        this.today = today;
        for (var resource : resources) {
            try (var text = resource.getInputStream()) {
                var tree = (ObjectNode) YAML.readTree(text);
                files.put(tree.path("code").asText(), tree);
            }
        }
    }

    /** Code and parameters of the calls, of those for the demonstration only if {@code demonstration}. */
    Map<String, CallParameters> load(boolean demonstration) throws JsonProcessingException {
        var calls = new TreeMap<String, CallParameters>();
        for (var file : files.entrySet()) {
            if (demonstration || !file.getValue().path("demonstration").asBoolean()) {
                calls.put(file.getKey(), read(file.getKey()));
            }
        }
        return calls;
    }

    /** Whether it is stated, and only for those who try the product. */
    boolean demonstration(String code) {
        return files.containsKey(code) && files.get(code).path("demonstration").asBoolean();
    }

    /** @throws IllegalStateException when it, or one that it is based on, is not stated */
    CallParameters read(String code) throws JsonProcessingException {
        var tree = whole(code, new HashSet<>());
        tree.remove(List.of("code", "basedOn", "demonstration"));
        var calendar = (ObjectNode) tree.path("calendar");
        calendar.properties().forEach(day -> calendar.set(day.getKey(), absolute(day.getValue())));
        calendar.path("juryDates").forEach(jury -> ((ObjectNode) jury).set("date", absolute(jury.path("date"))));
        var parameters = CallFormat.read(tree);
        Rejected.ifAny(CallCheck.faults(parameters));
        return parameters;
    }

    private ObjectNode whole(String code, Set<String> above) {
        var own = files.get(code);
        if (own == null || !above.add(code)) {
            throw new IllegalStateException("No such call, or one that is based on itself: " + code);
        }
        return own.has("basedOn") ? merge(whole(own.path("basedOn").asText(), above), own) : own.deepCopy();
    }

    private static ObjectNode merge(ObjectNode base, ObjectNode own) {
        own.properties().forEach(field -> {
            var inherited = base.path(field.getKey());
            if (inherited instanceof ObjectNode object && field.getValue() instanceof ObjectNode changes) {
                merge(object, changes);
            } else if (NAMED_BY.containsKey(field.getKey()) && inherited instanceof ArrayNode list) {
                var name = NAMED_BY.get(field.getKey());
                field.getValue().forEach(one -> replace(list, (ObjectNode) one, name));
            } else {
                base.set(field.getKey(), field.getValue());
            }
        });
        return base;
    }

    private static void replace(ArrayNode list, ObjectNode own, String name) {
        for (var one : list) {
            if (one.path(name).equals(own.path(name))) {
                merge((ObjectNode) one, own);
                return;
            }
        }
        list.add(own);
    }

    private JsonNode absolute(JsonNode day) {
        return day.isTextual() && day.asText().startsWith("P")
                ? YAML.getNodeFactory()
                        .textNode(today.plus(Period.parse(day.asText())).toString())
                : day;
    }
}
