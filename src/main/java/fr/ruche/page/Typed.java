package fr.ruche.page;

import fr.ruche.common.Euros;
import fr.ruche.common.Fault;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form exactly as it was typed, so that a refused page shows it again unchanged. Reading a field that makes no sense
 * records a fault and gives null; reading an empty field gives null.
 */
public final class Typed {

    private final MultiValueMap<String, String> values;
    private final List<Fault> faults = new ArrayList<>();

    private Typed(MultiValueMap<String, String> values) {
        this.values = values;
    }

    public static Typed of(MultiValueMap<String, String> values) {
        return new Typed(new LinkedMultiValueMap<>(values));
    }

    public static Typed empty() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /** The same values, no fault yet. */
    public static Typed copy(Typed other) {
        return of(other.values);
    }

    /** Takes one occurrence off every field whose name begins so; nothing happens when there is none. */
    public void removeAt(String prefix, int at) {
        values.replaceAll((field, typed) -> {
            if (!field.startsWith(prefix) || at >= typed.size()) {
                return typed;
            }
            var left = new ArrayList<>(typed);
            left.remove(at);
            return left;
        });
    }

    /** Shows a value that is already known; null leaves the field empty. */
    public Typed put(String field, @Nullable Object known) {
        if (known != null) {
            values.add(field, shown(known));
        }
        return this;
    }

    private static String shown(Object known) {
        if (known instanceof BigDecimal amount) {
            return Euros.format(amount).replace("\u00a0€", "");
        }
        return known instanceof LocalDate day ? FrenchDay.format(day) : known.toString();
    }

    /** Puts this into a field in place of whatever stands there. */
    public void set(String field, List<String> shown) {
        values.put(field, new ArrayList<>(shown));
    }

    /** What stands in the field, empty when nothing does. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.getFirst(field), "");
    }

    /** What stands in a field that occurs several times, in the order of the page. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(v -> Objects.requireNonNullElse(v, ""))
                .toList();
    }

    /** What stands in one occurrence of such a field, empty when nothing does. */
    public String at(String field, int at) {
        var all = values(field);
        return at < all.size() ? all.get(at) : "";
    }

    /** Whether something stands in one of the fields. */
    public boolean any(Collection<String> fields) {
        return fields.stream().anyMatch(field -> !value(field).isBlank());
    }

    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    public @Nullable String text(String field) {
        var text = value(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** What stands in a field that must not be left empty. */
    public @Nullable String required(String field, String message) {
        var text = text(field);
        return text == null ? wrong(field, "REQUIRED", message) : text;
    }

    public List<String> chosen(String field) {
        return values(field).stream().filter(v -> !v.isBlank()).distinct().toList();
    }

    /** A box that is ticked. */
    public boolean ticked(String field) {
        return "true".equals(value(field));
    }

    /** The answer to a yes-or-no question, null as long as there is none. */
    public @Nullable Boolean yesOrNo(String field) {
        var text = text(field);
        return text == null ? null : Boolean.valueOf(text);
    }

    public @Nullable BigDecimal euros(String field) {
        var text = text(field);
        return text == null ? null : amount(field, text);
    }

    /** Reads one amount of a field that occurs several times; null when it is empty. */
    public @Nullable BigDecimal amount(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        return Euros.parse(text).orElseGet(() -> wrong(field, "AMOUNT", Sentences.of("typed.amount", text)));
    }

    public @Nullable Integer whole(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        return text.matches("\\d{1,6}")
                ? Integer.valueOf(text)
                : wrong(field, "NUMBER", Sentences.of("typed.number", text));
    }

    public @Nullable LocalDate day(String field) {
        return day(field, value(field).strip());
    }

    /** Reads one day of a field that occurs several times; null when it is empty. */
    public @Nullable LocalDate day(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return FrenchDay.parse(text).orElseGet(() -> wrong(field, "DATE", Sentences.of("typed.date", text)));
    }

    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(text))
                .findFirst()
                .orElseGet(() -> wrong(field, "CHOICE", Sentences.of("typed.choice", text)));
    }

    /** The revision of what the page showed, null when it does not say. */
    public @Nullable Long revision() {
        var text = text("revision");
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    public <T> @Nullable T wrong(String field, String rule, String message) {
        faults.add(new Fault(field, rule, message));
        return null;
    }

    public Faults faults() {
        return new Faults(List.copyOf(faults));
    }

    /** @throws Rejected with everything that was read and made no sense */
    public void ifWrong() {
        Rejected.ifAny(faults);
    }
}
