package fr.ruche.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.ruche.common.Sentences;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** What is wrong with a JSON body, said for the person who wrote it. */
final class JsonFaults {

    private static final int SHOWN = 60;

    private JsonFaults() {}

    static Problem of(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (cause instanceof StreamConstraintsException tooMuch) {
            return tooMuch(tooMuch);
        }
        if (cause instanceof JsonParseException broken) {
            return broken(broken);
        }
        if (cause instanceof JsonMappingException wrong) {
            return wrong(wrong);
        }
        return Problem.refused("", "JSON", Sentences.of("json.empty"));
    }

    private static Problem tooMuch(StreamConstraintsException limit) {
        var message = Objects.requireNonNullElse(limit.getOriginalMessage(), "");
        return message.contains("Document length")
                ? Problems.tooLarge(Sentences.of("json.large"))
                : Problem.refused("", "JSON", Sentences.of("json.part.large"));
    }

    private static Problem broken(JsonParseException broken) {
        var at = broken.getLocation();
        var field = broken.getProcessor() == null
                ? ""
                : pointer(broken.getProcessor()
                        .getParsingContext()
                        .pathAsPointer()
                        .toString());
        var said = at == null
                ? Sentences.of("json.broken")
                : Sentences.of("json.brokenAt", Integer.toString(at.getLineNr()), Integer.toString(at.getColumnNr()));
        return Problem.refused(field, "JSON", said);
    }

    private static Problem wrong(JsonMappingException wrong) {
        for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            var ours = Problems.domain(cause);
            if (ours != null) {
                return ours;
            }
            if (cause instanceof JsonParseException broken) {
                return broken(broken);
            }
        }
        var field = path(wrong.getPath());
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return Problem.refused(field, "UNKNOWN_FIELD", unknownField(unknown));
        }
        if (wrong instanceof InvalidFormatException value) {
            return Problem.refused(field, rule(value.getTargetType()), wrongValue(field, value));
        }
        var type = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return Problem.refused(field, rule(type), Sentences.of("json.shape", field, expected(type)));
    }

    private static String unknownField(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        var name = shortened(unknown.getPropertyName());
        return known == null
                ? Sentences.of("json.unknown", name)
                : Sentences.of(
                        "json.unknown.known",
                        name,
                        known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
    }

    private static String wrongValue(String field, InvalidFormatException value) {
        return Sentences.of("json.value", shortened(value.getValue()), field, expected(value.getTargetType()));
    }

    private static String rule(@Nullable Class<?> type) {
        if (type == BigDecimal.class) {
            return "AMOUNT";
        }
        if (type == LocalDate.class || type == Instant.class) {
            return "DATE";
        }
        return type != null && type.isEnum() ? "CHOICE" : "TYPE";
    }

    /** What may stand at a place of this type, for a French sentence. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return Sentences.of("json.type.other");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == BigDecimal.class) {
            return Sentences.of("json.type.amount");
        }
        if (type == LocalDate.class) {
            return Sentences.of("json.type.day");
        }
        if (type == Instant.class) {
            return Sentences.of("json.type.instant");
        }
        return simple(type);
    }

    private static String simple(Class<?> type) {
        if (type == String.class) {
            return Sentences.of("json.type.text");
        }
        if (type == Boolean.class || type == boolean.class) {
            return Sentences.of("json.type.boolean");
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return Sentences.of("json.type.number");
        }
        return Collection.class.isAssignableFrom(type)
                ? Sentences.of("json.type.list")
                : Sentences.of("json.type.object");
    }

    static String shortened(@Nullable Object value) {
        var text = String.valueOf(value);
        return text.length() <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** {@code /budget/0/amount} as {@code budget[0].amount}. */
    private static String pointer(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
    }
}
