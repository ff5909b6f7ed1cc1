package fr.ruche.page;

import fr.ruche.common.Sentences;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The texts of {@code messages.properties}, for pages that are told in code what to say. */
@Component
public class Texts {

    public String of(String key, Object... arguments) {
        return Sentences.of(key, arguments);
    }

    /** Each value with its text under {@code prefix.VALUE}. */
    public <E extends Enum<E>> List<Choice> choices(String prefix, E[] values) {
        return Arrays.stream(values)
                .map(v -> new Choice(v.name(), of(prefix + "." + v.name())))
                .toList();
    }
}
