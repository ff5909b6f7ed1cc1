package fr.ruche.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.common.Fault;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as the schema of Camunda Forms writes it.
 *
 * @param hiddenWhen FEEL conditions, its own and those of the groups around it: the field is hidden when one holds
 */
record FormField(String key, String label, String type, JsonNode schema, List<String> hiddenWhen) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    /** No text of a form is longer, whatever its schema forgets to say. */
    private static final int LONGEST = 20_000;

    private static final Set<String> CHOICES = Set.of("radio", "select");

    boolean writable() {
        return !schema.path("disabled").asBoolean() && !schema.path("readonly").asBoolean();
    }

    /** What was typed, as a text, a truth value, a number or a list; empty when nothing was. */
    Optional<Object> normal(@Nullable Object typed) {
        if (typed == null
                || typed instanceof String text && text.isBlank()
                || typed instanceof List<?> l && l.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(typed instanceof Number number && !type.equals("number") ? plain(number) : typed);
    }

    /** The fault of a value, if there is one. */
    Optional<Fault> fault(@Nullable Object value) {
        if (value == null) {
            return required() ? refused("REQUIRED", "form.required") : Optional.empty();
        }
        return switch (type) {
            case "textfield", "textarea" -> text(value);
            case "number" -> number(value);
            case "checkbox" -> checkbox(value);
            case "radio", "select" -> option(value);
            case "checklist", "taglist" -> options(value);
            default -> value instanceof String text ? text(text) : wrongType("text");
        };
    }

    /** As people read it. @param value without a fault, null when nothing was typed */
    Answered answered(@Nullable Object value) {
        return new Answered(key, label, type, shown(value));
    }

    private String shown(@Nullable Object value) {
        if (type.equals("checkbox")) {
            var ticked = value != null && Boolean.parseBoolean(value.toString());
            return Sentences.of(ticked ? "yes" : "no");
        }
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> chosen) {
            return chosen.stream().map(this::chosen).collect(Collectors.joining("\n"));
        }
        return CHOICES.contains(type) ? chosen(value) : value.toString().strip();
    }

    /** The label of a choice. */
    private String chosen(Object value) {
        return StreamSupport.stream(schema.path("values").spliterator(), false)
                .filter(option -> option.path("value").asText().equals(value.toString()))
                .map(option -> option.path("label").asText())
                .findFirst()
                .orElse(value.toString());
    }

    private boolean required() {
        return rule("required").asBoolean();
    }

    private Optional<Fault> text(Object value) {
        if (!(value instanceof String text)) {
            return wrongType("text");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            return refused("CHARACTERS", "form.characters");
        }
        var shortest = rule("minLength").asInt(0);
        var longest = rule("maxLength").asInt(LONGEST);
        if (text.strip().length() < shortest) {
            return refused("LENGTH", "form.short", Integer.toString(shortest));
        }
        if (text.length() > longest) {
            return refused("LENGTH", "form.long", Integer.toString(text.length()), Integer.toString(longest));
        }
        return format(text.strip());
    }

    private Optional<Fault> format(String text) {
        var pattern = rule("pattern").asText("");
        // As in a browser, \s also means the no-break spaces of an amount copied from our pages.
        if (!pattern.isEmpty() && !Patient.find(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), text)) {
            return refused("FORMAT", "form.format", expected());
        }
        if (rule("validationType").asText("").equals("email")
                && !EMAIL.matcher(text).matches()) {
            return refused("FORMAT", "form.email");
        }
        return Optional.empty();
    }

    private String expected() {
        return schema.path("description").asText("").strip();
    }

    private Optional<Fault> number(Object value) {
        if (!(value instanceof Number typed) || !Double.isFinite(typed.doubleValue())) {
            return wrongType("number");
        }
        var number = new BigDecimal(plain(typed));
        if (schema.has("decimalDigits")
                && number.stripTrailingZeros().scale()
                        > schema.get("decimalDigits").asInt()) {
            return refused("DECIMALS", "form.decimals");
        }
        if (schema.path("validate").has("min") && number.compareTo(rule("min").decimalValue()) < 0) {
            return refused("MIN", "form.min", rule("min").asText());
        }
        if (schema.path("validate").has("max") && number.compareTo(rule("max").decimalValue()) > 0) {
            return refused("MAX", "form.max", rule("max").asText());
        }
        return Optional.empty();
    }

    private Optional<Fault> checkbox(Object value) {
        var typed = value.toString().toLowerCase(Locale.ROOT);
        if (!typed.equals("true") && !typed.equals("false")) {
            return wrongType("boolean");
        }
        return required() && typed.equals("false") ? refused("REQUIRED", "form.ticked") : Optional.empty();
    }

    private Optional<Fault> option(Object value) {
        return offered().contains(value.toString())
                ? Optional.empty()
                : refused("OPTION", "form.option", shortened(value));
    }

    private Optional<Fault> options(Object value) {
        if (!(value instanceof List<?> chosen)) {
            return wrongType("list");
        }
        return chosen.stream()
                .map(one -> option(String.valueOf(one)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<String> offered() {
        return StreamSupport.stream(schema.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
    }

    private JsonNode rule(String name) {
        return schema.path("validate").path(name);
    }

    private Optional<Fault> wrongType(String expected) {
        return refused("TYPE", "form.wrongType", Sentences.of("form.type." + expected));
    }

    private Optional<Fault> refused(String rule, String sentence, String... values) {
        var arguments = Stream.concat(Stream.of(label), Stream.of(values)).toArray();
        return Optional.of(new Fault(key, rule, Sentences.of(sentence, arguments)));
    }

    private static String plain(Number number) {
        return number instanceof Double || number instanceof Float
                ? plain(number.doubleValue())
                : new BigDecimal(number.toString()).toPlainString();
    }

    private static String plain(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
    }

    private static String shortened(Object value) {
        var text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
