package fr.ruche.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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
        return Problem.refused("", "JSON", "Le corps de la requête est vide ou illisible : un objet JSON est attendu.");
    }

    private static Problem tooMuch(StreamConstraintsException limit) {
        var message = Objects.requireNonNullElse(limit.getOriginalMessage(), "");
        return message.contains("Document length")
                ? Problems.tooLarge("Le texte JSON dépasse la taille admise.")
                : Problem.refused(
                        "", "JSON", "Un nombre, un texte ou une imbrication du JSON dépasse la taille admise.");
    }

    private static Problem broken(JsonParseException broken) {
        var at = broken.getLocation();
        var field = broken.getProcessor() == null
                ? ""
                : pointer(broken.getProcessor()
                        .getParsingContext()
                        .pathAsPointer()
                        .toString());
        var place = at == null ? "" : " (ligne " + at.getLineNr() + ", colonne " + at.getColumnNr() + ")";
        return Problem.refused(field, "JSON", "Le texte envoyé n’est pas du JSON lisible" + place + ".");
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
        return Problem.refused(
                field, rule(type), "Le champ « " + field + " » n’a pas la forme attendue : " + expected(type) + ".");
    }

    private static String unknownField(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        var list = known == null
                ? ""
                : " Champs possibles : "
                        + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")) + ".";
        return "Le champ « " + shortened(unknown.getPropertyName()) + " » n’est pas attendu ici." + list;
    }

    private static String wrongValue(String field, InvalidFormatException value) {
        return "« " + shortened(value.getValue()) + " » n’est pas accepté pour « " + field + " ». Attendu : "
                + expected(value.getTargetType()) + ".";
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
            return "un autre type de valeur";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == BigDecimal.class) {
            return "un montant en euros, au plus deux décimales et sans exposant, par exemple 1234.56";
        }
        if (type == LocalDate.class) {
            return "une date qui existe, par exemple 2026-12-31";
        }
        if (type == Instant.class) {
            return "un instant, par exemple 2026-12-31T10:15:00+01:00";
        }
        return simple(type);
    }

    private static String simple(Class<?> type) {
        if (type == String.class) {
            return "un texte";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true ou false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "un nombre entier";
        }
        return Collection.class.isAssignableFrom(type) ? "une liste" : "un objet";
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
