package fr.ruche.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Parameters with what one file changes against another, and otherwise as they are now. */
final class ChangedParameters {

    /** What tells the parts of a list apart; a list whose parts are not told apart changes as a whole. */
    private static final List<String> NAMES = List.of("code", "kind", "jury");

    private ChangedParameters() {}

    static CallParameters of(CallParameters before, CallParameters after, CallParameters now) {
        try {
            return CallFormat.read(value(tree(before), tree(after), tree(now)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode tree(CallParameters parameters) {
        return CallFormat.JSON.valueToTree(parameters);
    }

    private static JsonNode value(JsonNode before, JsonNode after, JsonNode now) {
        if (before.equals(after)) {
            return now;
        }
        if (before instanceof ObjectNode was && after instanceof ObjectNode is && now instanceof ObjectNode stands) {
            return object(was, is, stands);
        }
        var name = name(before, after, now);
        return name == null ? after : list(name, before, after, now);
    }

    private static ObjectNode object(ObjectNode before, ObjectNode after, ObjectNode now) {
        var changed = now.deepCopy();
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var was = before.get(name);
            var is = after.get(name);
            if (is == null) {
                changed.remove(name);
            } else if (was == null || !now.has(name)) {
                if (!is.equals(was)) {
                    changed.set(name, is);
                }
            } else {
                changed.set(name, value(was, is, now.get(name)));
            }
        }
        return changed;
    }

    /** Parts that the file adds come last, those that it takes out are gone, those that only the call has stay. */
    private static ArrayNode list(String name, JsonNode before, JsonNode after, JsonNode now) {
        var was = parts(name, before);
        var is = parts(name, after);
        var changed = new LinkedHashMap<>(parts(name, now));
        changed.keySet().removeIf(part -> was.containsKey(part) && !is.containsKey(part));
        is.forEach((part, node) -> {
            var then = was.get(part);
            var stands = changed.get(part);
            if (then == null || stands == null) {
                if (!node.equals(then)) {
                    changed.put(part, node);
                }
            } else {
                changed.put(part, value(then, node, stands));
            }
        });
        return CallFormat.JSON.createArrayNode().addAll(changed.values());
    }

    private static @Nullable String name(JsonNode... lists) {
        return NAMES.stream()
                .filter(name -> List.of(lists).stream().allMatch(list -> named(name, list)))
                .findFirst()
                .orElse(null);
    }

    private static boolean named(String name, JsonNode list) {
        return list.isArray()
                && StreamSupport.stream(list.spliterator(), false)
                        .allMatch(part -> part.path(name).isTextual())
                && parts(name, list).size() == list.size();
    }

    private static Map<String, JsonNode> parts(String name, JsonNode list) {
        var parts = new LinkedHashMap<String, JsonNode>();
        list.forEach(part -> parts.put(part.path(name).asText(), part));
        return parts;
    }
}
