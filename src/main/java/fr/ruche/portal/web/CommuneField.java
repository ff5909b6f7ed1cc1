package fr.ruche.portal.web;

import fr.ruche.page.Typed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A commune as one types it: chosen from the suggestions, by its INSEE code, or by its name. */
@Component
class CommuneField {

    /** « Lens (62300) – 62498 », and the code alone. */
    private static final Pattern CODE_AT_END = Pattern.compile("(?:.*\\s[–-]\\s)?(\\d[\\dAB]\\d{3})");

    @Nullable String read(Typed typed, String field) {
        var text = typed.text(field);
        if (text == null) {
            return null;
        }
        var code = CODE_AT_END.matcher(text);
        return code.matches() ? code.group(1) : text;
    }

    @Nullable String shown(@Nullable String code) {
        return code;
    }
}
