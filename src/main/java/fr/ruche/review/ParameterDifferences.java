package fr.ruche.review;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.ruche.common.Sentences;
import fr.ruche.review.Difference.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two files of parameters: each parameter by its path, such as {@code measures › F1 › floor}. */
final class ParameterDifferences {

    private static final String INTO = " › ";

    /** What tells the parts of a list apart, in this order; else they go by their number. */
    private static final List<String> NAMED_BY = List.of("code", "kind", "name", "jury");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ParameterDifferences() {}

    static Optional<JsonNode> read(byte[] content) {
        try {
            return Optional.ofNullable(YAML.readTree(content));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    static List<Difference> of(String file, JsonNode before, JsonNode after) {
        var old = new LinkedHashMap<String, String>();
        var now = new LinkedHashMap<String, String>();
        flatten("", before, old);
        flatten("", after, now);
        var found = new ArrayList<Difference>();
        for (var path : paths(old, now)) {
            var was = old.get(path);
            var is = now.get(path);
            if (was == null) {
                found.add(told(file, path, Kind.ADDED, "compare.parameter.added", "", text(is)));
            } else if (is == null) {
                found.add(told(file, path, Kind.REMOVED, "compare.parameter.removed", was, ""));
            } else if (!was.equals(is)) {
                found.add(told(file, path, Kind.CHANGED, "compare.parameter.changed", was, is));
            }
        }
        return found;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Difference told(String file, String path, Kind kind, String key, String before, String after) {
        return new Difference(
                file, path, kind, Sentences.of(key, called(path), spoken(before), spoken(after)), before, after);
    }

    /** As managers read it on the page of the settings, with its path; the path alone for what has no field there. */
    private static String called(String path) {
        return Sentences.find("callSettings." + path.replace(INTO, "."))
                .map(label -> Sentences.of("compare.parameter.called", label, path))
                .orElse(path);
    }

    private static String spoken(String value) {
        return switch (value) {
            case "true" -> Sentences.of("compare.parameter.yes");
            case "false" -> Sentences.of("compare.parameter.no");
            default -> value;
        };
    }

    private static Set<String> paths(Map<String, String> before, Map<String, String> after) {
        var paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        return paths;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(inner -> flatten(path(path, inner.getKey()), inner.getValue(), into));
        } else if (node.isArray() && parts(node)) {
            var number = 0;
            for (var part : node) {
                number++;
                flatten(path(path, name(part, number)), part, into);
            }
        } else {
            into.put(path, node.isValueNode() && !node.isNull() ? node.asText() : list(node));
        }
    }

    private static boolean parts(JsonNode list) {
        for (var part : list) {
            if (part.isContainerNode()) {
                return true;
            }
        }
        return false;
    }

    private static String list(JsonNode node) {
        var values = new ArrayList<String>();
        node.forEach(value -> values.add(value.asText()));
        return values.isEmpty() ? Sentences.of("compare.nothing") : String.join(", ", values);
    }

    private static String name(JsonNode part, int number) {
        return NAMED_BY.stream()
                .filter(part::hasNonNull)
                .findFirst()
                .map(name -> part.path(name).asText())
                .orElse(String.valueOf(number));
    }

    private static String path(String around, String name) {
        return around.isEmpty() ? name : around + INTO + name;
    }
}
