package fr.ruche.page;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The texts of {@code messages.properties}, for pages that are told in code what to say. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Each value with its text under {@code prefix.VALUE}. */
    public <E extends Enum<E>> List<Choice> choices(String prefix, E[] values) {
        return Arrays.stream(values)
                .map(v -> new Choice(v.name(), of(prefix + "." + v.name())))
                .toList();
    }
}
