package fr.ruche.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.ruche.common.Sentences;
import fr.ruche.review.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Two versions of one form, field by field. */
final class FormDifferences {

    /** Said by the field itself, or by its place. */
    private static final Set<String> APART = Set.of("id", "key", "components", "layout");

    private static final int LONG = 200;

    private final String file;
    private final Map<String, JsonNode> before = new LinkedHashMap<>();
    private final Map<String, JsonNode> after = new LinkedHashMap<>();
    private final List<Difference> found = new ArrayList<>();

    private FormDifferences(String file) {
        this.file = file;
    }

    static List<Difference> of(String file, ObjectNode before, ObjectNode after) {
        var differences = new FormDifferences(file);
        collect(before.path("components"), differences.before);
        collect(after.path("components"), differences.after);
        differences.fields();
        differences.order();
        differences.whole(before, after);
        return differences.found;
    }

    private static void collect(JsonNode components, Map<String, JsonNode> into) {
        for (var component : components) {
            into.put(name(component), component);
            collect(component.path("components"), into);
        }
    }

    private static String name(JsonNode component) {
        return component.path("key").asText(component.path("id").asText());
    }

    private void fields() {
        after.forEach((name, now) -> {
            var old = before.get(name);
            if (old == null) {
                add(name, Kind.ADDED, Sentences.of("compare.field.added", label(name, now), type(now)), "", "");
            } else {
                changes(name, old, now);
            }
        });
        before.forEach((name, old) -> {
            if (!after.containsKey(name)) {
                add(name, Kind.REMOVED, Sentences.of("compare.field.removed", label(name, old), type(old)), "", "");
            }
        });
    }

    private void changes(String name, JsonNode before, JsonNode after) {
        var old = facets(before);
        var now = facets(after);
        var facets = new LinkedHashSet<>(now.keySet());
        facets.addAll(old.keySet());
        for (var facet : facets) {
            var was = old.getOrDefault(facet, "");
            var is = now.getOrDefault(facet, "");
            if (!was.equals(is)) {
                add(name, Kind.CHANGED, sentence(facet, label(name, after), was, is), was, is);
            }
        }
    }

    private static String sentence(String facet, String label, String before, String after) {
        if (facet.equals("validate.required")) {
            return Sentences.of(after.equals("true") ? "compare.field.required" : "compare.field.optional", label);
        }
        var named = Sentences.find("compare.field." + facet).orElse(facet);
        return FacetWords.changed(label, named, cut(before), cut(after));
    }

    private static String cut(String text) {
        return text.length() > LONG ? text.substring(0, LONG) + "…" : text;
    }

    /** Moved in the form: the same fields in another order, or in another row. */
    private void order() {
        var moved = Order.moved(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        after.forEach((name, now) -> {
            var old = before.get(name);
            if (old != null && (moved.contains(name) || beside(old) != beside(now))) {
                add(name, Kind.MOVED, Sentences.of("compare.field.moved", label(name, now)), "", "");
            }
        });
    }

    /** How wide it is; the name of its row is nothing that anybody sees. */
    private static int beside(JsonNode component) {
        return component.path("layout").path("columns").asInt(0);
    }

    private void whole(ObjectNode before, ObjectNode after) {
        var was = before.path("id").asText();
        var is = after.path("id").asText();
        if (!was.equals(is)) {
            add("", Kind.CHANGED, FacetWords.changed(file, Sentences.of("compare.field.formId"), was, is), was, is);
        }
    }

    private void add(String name, Kind kind, String sentence, String before, String after) {
        found.add(new Difference(file, name, kind, sentence, before, after));
    }

    private static String label(String name, JsonNode component) {
        var label = component.path("label").asText("");
        return label.isBlank() ? Sentences.of("compare.quoted", name) : Sentences.of("compare.quoted", label);
    }

    private static String type(JsonNode component) {
        var type = component.path("type").asText();
        return Sentences.find("compare.component." + type).orElse(type);
    }

    private static Map<String, String> facets(JsonNode component) {
        var facets = new LinkedHashMap<String, String>();
        component.properties().stream()
                .filter(property -> !APART.contains(property.getKey()))
                .forEach(property -> flatten(property.getKey(), property.getValue(), facets));
        facets.computeIfPresent("type", (name, type) -> type(component));
        return facets;
    }

    private static void flatten(String name, JsonNode value, Map<String, String> into) {
        if (name.equals("values")) {
            into.put(name, choices(value));
        } else if (value.isObject()) {
            value.properties().forEach(inner -> flatten(name + "." + inner.getKey(), inner.getValue(), into));
        } else if (!value.isNull()) {
            into.put(name, value.isTextual() ? value.asText().strip() : value.toString());
        }
    }

    private static String choices(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> Sentences.of(
                        "compare.choice",
                        value.path("label").asText(),
                        value.path("value").asText()))
                .collect(Collectors.joining(", "));
    }
}
