package fr.ruche.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Absences;
import fr.ruche.identity.TaskKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says facts in French: the sentence of an action, with what the view puts into it. */
final class Telling {

    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<Map<String, String>> steps;
    private @Nullable Map<String, String> known;

    Telling(Absences absences) {
        this.steps = () -> absences.kinds().stream()
                .collect(Collectors.toMap(TaskKind::step, TaskKind::label, (first, second) -> first));
    }

    /** @param told the sentence, where it was written as one; @param said what is put into that of the action */
    @Nullable String sentence(@Nullable String action, @Nullable String told, @Nullable String said) {
        if (told != null || action == null) {
            return told;
        }
        var arguments = read(said);
        var key = "journal.done." + action;
        return Sentences.find(key)
                .map(plain -> arguments.isEmpty() ? plain : Sentences.of(key, words(arguments, 0)))
                .map(Telling::tidy)
                .orElse(action);
    }

    /** What the subject is called; itself where the view says nothing. */
    String subject(String subject, @Nullable String label) {
        var named = read(label);
        if (named.isEmpty()) {
            return subject;
        }
        return tidy(Sentences.of("journal.on." + named.get(0).asText(), words(named, 1)));
    }

    static @Nullable String kind(@Nullable String label) {
        var named = read(label);
        return named.isEmpty() ? null : named.get(0).asText();
    }

    private Object[] words(JsonNode array, int from) {
        var words = new Object[Math.max(1, array.size() - from)];
        words[0] = "";
        for (var at = from; at < array.size(); at++) {
            words[at - from] = word(array.get(at));
        }
        return words;
    }

    private String word(JsonNode said) {
        if (said.isNumber()) {
            return Euros.format(said.decimalValue());
        }
        if (said.isArray()) {
            return StreamSupport.stream(said.spliterator(), false)
                    .map(this::word)
                    .collect(Collectors.joining(", "));
        }
        if (said.hasNonNull("day")) {
            return FrenchDay.format(LocalDate.parse(said.get("day").asText()));
        }
        if (said.hasNonNull("code")) {
            var code = said.get("code").asText();
            return Sentences.find(code).orElse(code.substring(code.indexOf('.') + 1));
        }
        if (said.hasNonNull("step")) {
            var step = said.get("step").asText();
            return known().getOrDefault(step, step);
        }
        return said.isTextual() ? said.asText() : "";
    }

    private Map<String, String> known() {
        if (known == null) {
            known = steps.get();
        }
        return known;
    }

    /** Where nothing was put in, no space and no colon is left over. */
    private static String tidy(String sentence) {
        return sentence.replaceAll("\\s{2,}", " ").replaceAll("[ :,–]+$", "").strip();
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return JSON.readTree(json == null ? "[]" : json);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }
}
