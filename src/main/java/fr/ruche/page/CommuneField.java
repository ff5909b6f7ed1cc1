package fr.ruche.page;

import fr.ruche.common.Sentences;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Territories;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A commune as one types it: chosen from the suggestions, by its INSEE code, by its name or its postal code. */
@Component
public class CommuneField {

    /** « Lens (62300) – 62498 ». */
    private static final Pattern CHOSEN = Pattern.compile(".*\\s[–-]\\s(\\d[\\dAB]\\d{3})");

    private final Territories territories;

    CommuneField(Territories territories) {
        this.territories = territories;
    }

    /** The INSEE code; a name or a postal code that several communes share is a fault that names them. */
    public @Nullable String read(Typed typed, String field) {
        var text = typed.text(field);
        if (text == null) {
            return null;
        }
        var chosen = CHOSEN.matcher(text);
        var code = chosen.matches() ? chosen.group(1) : text;
        return territories.commune(code).map(Commune::code).orElseGet(() -> byName(typed, field, text));
    }

    private @Nullable String byName(Typed typed, String field, String text) {
        var found = territories.search(text);
        var exact = found.stream().filter(c -> c.name().equalsIgnoreCase(text)).toList();
        if (exact.size() == 1) {
            return exact.get(0).code();
        }
        if (found.size() == 1) {
            return found.get(0).code();
        }
        return typed.wrong(
                field,
                "COMMUNE",
                fault(text, found.stream().limit(5).map(this::text).collect(Collectors.joining(", "))));
    }

    private static String fault(String text, String proposals) {
        return proposals.isEmpty()
                ? Sentences.of("commune.none", text)
                : Sentences.of("commune.several", text, proposals);
    }

    /** As the suggestions write it. */
    public @Nullable String shown(@Nullable String code) {
        return code == null ? null : territories.commune(code).map(this::text).orElse(code);
    }

    private String text(Commune commune) {
        var postal = commune.postalCodes().isEmpty()
                ? ""
                : " (" + commune.postalCodes().get(0) + ")";
        return commune.name() + postal + " – " + commune.code();
    }
}
