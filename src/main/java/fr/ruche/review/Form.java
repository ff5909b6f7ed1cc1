package fr.ruche.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form of Tasklist: only components that it shows right, only fields that a step reads. */
final class Form {

    /** One type beyond these and Tasklist shows no form at all; those that mistype amounts and dates are left out. */
    static final List<String> COMPONENTS = List.of(
            "textfield",
            "textarea",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "group",
            "text",
            "separator",
            "spacer");

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> TYPED = Set.of("textfield", "textarea");
    private static final Set<String> COMMON = Set.of("type", "id", "layout", "conditional");
    private static final Set<String> FIELD =
            Set.of("key", "label", "description", "validate", "disabled", "readonly", "defaultValue");

    /** What each type may say besides what all say. */
    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("textfield", Set.of("appearance")),
            Map.entry("textarea", Set.of()),
            Map.entry("checkbox", Set.of()),
            Map.entry("radio", Set.of("values")),
            Map.entry("select", Set.of("values", "searchable")),
            Map.entry("checklist", Set.of("values")),
            Map.entry("taglist", Set.of("values")),
            Map.entry("group", Set.of("label", "components", "showOutline", "verticalAlignment")),
            Map.entry("text", Set.of("text")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")));

    /** What may stand inside these. */
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "layout", Set.of("row", "columns"),
            "conditional", Set.of("hide"),
            "validate", Set.of("required", "minLength", "maxLength", "pattern", "validationType"),
            "appearance", Set.of("prefixAdorner", "suffixAdorner"));

    private static final Set<String> TOP = Set.of(
            "type", "id", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter", "components");

    /** The texts that a person reads, which Tasklist takes for Markdown or for plain text. */
    private static final Set<String> READ =
            Set.of("text", "label", "description", "value", "defaultValue", "prefixAdorner", "suffixAdorner");

    private static final int LONGEST_WITH_PATTERN = 1_000;

    private final ObjectNode root;
    private final Limits limits;
    private final FormTexts texts;
    private final FeelTexts feel;
    private final Complaints complaints;
    private final List<JsonNode> components = new ArrayList<>();

    private Form(ObjectNode root, Limits limits, FormTexts texts, FeelTexts feel, Complaints complaints) {
        this.root = root;
        this.limits = limits;
        this.texts = texts;
        this.feel = feel;
        this.complaints = complaints;
    }

    /** What of it could do harm is named; empty when it is not read further. */
    static Optional<Form> safe(byte[] bytes, Limits limits, FormTexts texts, FeelTexts feel, Complaints complaints) {
        return JsonFile.read(bytes, limits, complaints).map(root -> {
            var form = new Form(root, limits, texts, feel, complaints);
            form.top();
            form.collect(root.path("components"));
            form.written("", "", root);
            return form;
        });
    }

    private void top() {
        root.fieldNames().forEachRemaining(name -> {
            if (!TOP.contains(name)) {
                complaints.whole(Rule.FORM_PROPERTY, name, "form");
            }
        });
        if (!root.path("type").asText("").equals("default")) {
            complaints.whole(Rule.FORM_PROPERTY, "type", "form");
        }
    }

    private void collect(JsonNode list) {
        for (var component : list) {
            if (components.size() >= limits.components()) {
                complaints.whole(Rule.TOO_MANY, limits.components());
                return;
            }
            components.add(component);
            allowed(component);
            collect(component.path("components"));
        }
    }

    private void allowed(JsonNode component) {
        var type = component.path("type").asText();
        var own = OWN.get(type);
        if (own == null) {
            complaints.add(Rule.FORM_COMPONENT, place(component), 0, type, String.join(", ", COMPONENTS));
            return;
        }
        component.fieldNames().forEachRemaining(name -> {
            var known = COMMON.contains(name) || own.contains(name) || isField(component) && FIELD.contains(name);
            if (!known) {
                complaints.add(Rule.FORM_PROPERTY, place(component), 0, name, type);
            }
        });
        INSIDE.forEach((name, inside) -> component.path(name).fieldNames().forEachRemaining(property -> {
            if (!inside.contains(property)) {
                complaints.add(Rule.FORM_PROPERTY, place(component), 0, name + "." + property, type);
            }
        }));
        component
                .path("values")
                .forEach(option -> option.fieldNames().forEachRemaining(name -> {
                    if (!name.equals("label") && !name.equals("value")) {
                        complaints.add(Rule.FORM_PROPERTY, place(component), 0, "values." + name, type);
                    }
                }));
        plain(component, type);
        pattern(component);
        condition(component);
    }

    /** Where the server needs a value, an expression would be read as none. */
    private void plain(JsonNode component, String type) {
        Stream.of(
                        component.path("disabled"),
                        component.path("readonly"),
                        component.path("validate").path("required"))
                .filter(flag -> !flag.isMissingNode() && !flag.isBoolean())
                .forEach(flag -> complaints.add(Rule.FORM_PROPERTY, place(component), 0, flag, type));
        Stream.of(
                        component.path("validate").path("minLength"),
                        component.path("validate").path("maxLength"))
                .filter(length -> !length.isMissingNode() && !length.isInt())
                .forEach(length -> complaints.add(Rule.FORM_PROPERTY, place(component), 0, length, type));
        var kind = component.path("validate").path("validationType");
        if (!kind.isMissingNode()
                && !kind.asText().equals("email")
                && !kind.asText().equals("custom")) {
            complaints.add(Rule.FORM_PROPERTY, place(component), 0, kind, type);
        }
    }

    private void pattern(JsonNode component) {
        var pattern = component.path("validate").path("pattern").asText("");
        if (!pattern.isEmpty() && (pattern.length() > limits.expressionLength() || !Repetition.simple(pattern))) {
            complaints.add(Rule.FORM_PATTERN, place(component), 0, pattern);
        }
    }

    private void condition(JsonNode component) {
        var hide = component.path("conditional").path("hide").asText("");
        if (!hide.isBlank()) {
            feel.expression(place(component), 0, hide.strip().replaceFirst("^=", ""));
        }
    }

    /** Every text of the file, names and values alike. */
    private void written(String element, String property, JsonNode node) {
        var here = node.path("id").isTextual() ? node.path("id").asText() : element;
        if (node.isTextual()) {
            spelled(here, node.asText());
            if (READ.contains(property)) {
                texts.check(node.asText(), (rule, part) -> complaints.add(rule, here, 0, part));
            }
        }
        node.fields().forEachRemaining(inner -> {
            spelled(here, inner.getKey());
            written(here, inner.getKey(), inner.getValue());
        });
        if (node.isArray()) {
            node.forEach(inner -> written(here, property, inner));
        }
    }

    private void spelled(String element, String text) {
        if (text.length() > limits.textLength()) {
            complaints.add(Rule.TOO_LONG, element, 0, text, text.length(), limits.textLength());
        }
        var hidden = Characters.hidden(text);
        if (hidden.isPresent()) {
            complaints.add(Rule.HIDDEN_CHARACTER, element, 0, hidden.get(), text);
        } else {
            Characters.lookalike(text).ifPresent(sign -> complaints.add(Rule.LOOKALIKE, element, 0, sign, text));
        }
    }

    static String place(JsonNode component) {
        return Stream.of("id", "key")
                .map(name -> component.path(name).asText(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    static boolean isField(JsonNode component) {
        var type = component.path("type").asText();
        return CHOICES.contains(type) || TYPED.contains(type) || type.equals("checkbox");
    }

    String id() {
        return root.path("id").asText("");
    }

    /**
     * Whether it works for the steps that show it.
     *
     * @param steps empty when no task shows it
     * @param taken the names that no question of the modeller may have
     */
    void check(Set<StepWord> steps, boolean used, Set<String> taken) {
        if (!complaints.file().equals(id() + ".form") || !Characters.isName(id())) {
            complaints.whole(Rule.FORM_NAME, id());
        }
        if (!used) {
            complaints.whole(Rule.FORM_UNUSED, id());
        }
        ids();
        var fields = components.stream().filter(Form::isField).toList();
        fields.forEach(this::field);
        if (!steps.isEmpty()) {
            steps.forEach(step -> contract(fields, step, taken));
            names(fields, steps);
        }
    }

    private void ids() {
        var seen = new HashSet<String>();
        for (var component : components) {
            var id = component.path("id").asText("");
            if (!Characters.isName(id)) {
                complaints.add(Rule.ID_SYNTAX, place(component), 0, id);
            } else if (!seen.add(id)) {
                complaints.add(Rule.ID_TWICE, id, 0, id);
            }
        }
        var keys = new HashSet<String>();
        components.stream()
                .filter(component -> component.has("key"))
                .filter(component -> !keys.add(component.path("key").asText()))
                .forEach(component -> complaints.add(
                        Rule.KEY_TWICE,
                        place(component),
                        0,
                        component.path("key").asText()));
    }

    private void field(JsonNode field) {
        var key = field.path("key").asText("");
        if (!key.matches("[A-Za-z_]\\w*")) {
            complaints.add(Rule.ID_SYNTAX, place(field), 0, key);
        }
        if (field.path("label").asText("").isBlank()) {
            complaints.add(Rule.FORM_LABEL, place(field), 0, key);
        }
        var type = field.path("type").asText();
        var longest = field.path("validate").path("maxLength").asInt(0);
        var most = field.path("validate").has("pattern") ? LONGEST_WITH_PATTERN : Integer.MAX_VALUE;
        if (TYPED.contains(type) && (longest <= 0 || longest > most)) {
            complaints.add(Rule.FORM_LENGTH, place(field), 0, key, LONGEST_WITH_PATTERN);
        }
        if (CHOICES.contains(type)) {
            var values = values(field);
            if (values.isEmpty()
                    || values.contains("")
                    || new HashSet<>(values).size() < values.size()
                    || labels(field).contains("")) {
                complaints.add(Rule.FORM_OPTIONS, place(field), 0, key);
            }
        }
    }

    private static List<String> values(JsonNode field) {
        return options(field, "value");
    }

    private static List<String> labels(JsonNode field) {
        return options(field, "label");
    }

    private static List<String> options(JsonNode field, String part) {
        var found = new ArrayList<String>();
        field.path("values")
                .forEach(option -> found.add(option.path(part).asText("").strip()));
        return found;
    }

    private void contract(List<JsonNode> fields, StepWord step, Set<String> taken) {
        if (step.family() && fields.stream().noneMatch(Form::asks)) {
            complaints.whole(Rule.QUESTION_MISSING, id());
        }
        for (var field : fields) {
            var key = field.path("key").asText("");
            step.fields().stream()
                    .filter(word -> word.key().equals(key))
                    .findFirst()
                    .ifPresentOrElse(word -> kind(field, word), () -> unread(field, key, step, taken));
        }
        step.fields().stream()
                .filter(FieldWord::required)
                .filter(word -> fields.stream()
                        .noneMatch(field -> field.path("key").asText("").equals(word.key())))
                .forEach(word -> complaints.whole(Rule.FIELD_MISSING, word.key(), step.label()));
    }

    private static boolean asks(JsonNode field) {
        return !field.path("disabled").asBoolean() && !field.path("readonly").asBoolean();
    }

    /** A field that the step does not read for itself: a question of the modeller where there may be some. */
    private void unread(JsonNode field, String key, StepWord step, Set<String> taken) {
        if (!step.family()) {
            var known = step.fields().stream().map(FieldWord::key).toList();
            complaints.add(Rule.FIELD_UNKNOWN, place(field), 0, key, step.label(), Near.hint(key, known));
        } else if (taken.contains(key)) {
            complaints.add(Rule.FIELD_TAKEN, place(field), 0, key);
        }
    }

    private void kind(JsonNode field, FieldWord word) {
        var type = field.path("type").asText();
        if (!word.type().components().contains(type)) {
            complaints.add(
                    Rule.FIELD_KIND,
                    place(field),
                    0,
                    word.key(),
                    type,
                    String.join(", ", new TreeSet<>(word.type().components())));
        } else if (word.type() == FieldType.CHOICE) {
            values(field).stream()
                    .filter(value -> !word.values().contains(value))
                    .forEach(value -> complaints.add(
                            Rule.FORM_OPTION, place(field), 0, word.key(), value, Near.hint(value, word.values())));
        }
    }

    /** A text or a condition may name a field of the form, or what every step that shows it computes. */
    private void names(List<JsonNode> fields, Set<StepWord> steps) {
        var known = new TreeSet<>(steps.iterator().next().shown());
        steps.forEach(step -> known.retainAll(step.shown()));
        known.addAll(fields.stream().map(field -> field.path("key").asText("")).collect(Collectors.toSet()));
        for (var component : components) {
            Stream.of("text", "label", "description")
                    .map(part -> component.path(part).asText(""))
                    .forEach(text -> FormTexts.names(
                            text,
                            known,
                            (rule, name) -> complaints.add(rule, place(component), 0, name, Near.hint(name, known))));
            var hide = component.path("conditional").path("hide").asText("");
            if (!hide.isBlank()) {
                feel.expression(place(component), 0, hide.strip().replaceFirst("^=", ""))
                        .ifPresent(one -> feel.names(place(component), 0, one, known));
            }
        }
    }
}
