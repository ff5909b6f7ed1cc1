package fr.ruche.portal.web;

import fr.ruche.page.Choice;
import fr.ruche.programme.CallParameters;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The choices of the forms, in the words of the messages. */
@Component
class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    <E extends Enum<E>> List<Choice> of(String prefix, E[] values) {
        return Arrays.stream(values)
                .map(v -> new Choice(v.name(), text(prefix + "." + v.name())))
                .toList();
    }

    List<Choice> measures(CallParameters parameters) {
        return parameters.measures().stream()
                .map(m -> new Choice(m.code(), m.title(), m.summary()))
                .toList();
    }

    List<Choice> themes(CallParameters parameters) {
        return parameters.themes().stream()
                .map(t -> new Choice(t.code(), t.title()))
                .toList();
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
