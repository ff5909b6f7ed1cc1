package fr.ruche.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import fr.ruche.common.Euros;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a call that a manager sets in a field of its own.
 *
 * @param section the part of the parameters it belongs to, such as {@code delays}
 * @param name as the API names it, such as {@code conformityDays}
 */
record Setting(String section, String name, Kind kind) {

    enum Kind {
        DAY,
        WHOLE,
        WHOLES,
        TICK,
        EUROS,
        PERCENT,
        TEXT,
        LINES
    }

    static List<Setting> of(String section, Kind kind, String... names) {
        return Arrays.stream(names)
                .map(name -> new Setting(section, name, kind))
                .toList();
    }

    /** The name of the field, which is the one that faults give it. */
    public String field() {
        return section + "." + name;
    }

    void show(JsonNode known, Typed typed) {
        switch (kind) {
            case DAY -> typed.put(field(), LocalDate.parse(known.asText()));
            case WHOLE, TEXT, LINES -> typed.put(field(), known.asText());
            case WHOLES -> typed.put(field(), String.join(", ", texts(known)));
            case TICK -> typed.put(field(), known.asBoolean() ? "true" : null);
            case EUROS -> typed.put(field(), new BigDecimal(known.asText()));
            case PERCENT ->
                typed.put(
                        field(), new BigDecimal(known.asText()).toPlainString().replace('.', ','));
        }
    }

    /** What was typed, null when it makes no sense or is missing: the fault is then recorded. */
    @Nullable Object read(Typed typed, Texts texts) {
        if (kind == Kind.TICK) {
            return typed.ticked(field());
        }
        if (kind == Kind.WHOLES) {
            return wholes(typed, texts);
        }
        if (typed.required(field(), texts.of("callSettings.required." + kind)) == null) {
            return null;
        }
        return switch (kind) {
            case DAY -> typed.day(field());
            case EUROS -> typed.euros(field());
            case PERCENT -> percent(typed, texts);
            case TEXT, LINES -> typed.value(field()).strip().replace("\r\n", "\n");
            default -> typed.whole(field());
        };
    }

    /** An empty list is an answer: nobody is reminded. */
    private @Nullable List<Integer> wholes(Typed typed, Texts texts) {
        var days = new ArrayList<Integer>();
        for (var part : typed.value(field()).strip().split("[,;\\s]+", -1)) {
            if (part.matches("\\d{1,4}")) {
                days.add(Integer.valueOf(part));
            } else if (!part.isEmpty()) {
                return typed.wrong(field(), "NUMBER", texts.of("callSettings.wholes.wrong", part));
            }
        }
        return days;
    }

    private @Nullable BigDecimal percent(Typed typed, Texts texts) {
        var text = typed.value(field()).replace("%", "").strip();
        return Euros.parse(text)
                .orElseGet(() -> typed.wrong(field(), "NUMBER", texts.of("callSettings.percent.wrong", text)));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
