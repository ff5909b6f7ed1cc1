package fr.ruche.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sentences of {@code messages.properties}, for code that nobody hands a message source. */
public final class Sentences {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages", Locale.FRANCE);

    private Sentences() {}

    /**
     * The sentence under this key; with arguments it is a {@link MessageFormat}, as in the templates.
     *
     * @throws java.util.MissingResourceException when there is none
     */
    public static String of(String key, Object... arguments) {
        var sentence = MESSAGES.getString(key);
        return arguments.length == 0 ? sentence : new MessageFormat(sentence, Locale.FRANCE).format(arguments);
    }

    /** All sentences whose keys begin so, by the rest of their key: for pages whose scripts speak. */
    public static Map<String, String> beginning(String prefix) {
        return MESSAGES.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(
                        key -> key.substring(prefix.length()), MESSAGES::getString, (one, same) -> one, TreeMap::new));
    }

    /** The sentence under this key, if there is one: for keys that are made of what data name, such as a step. */
    public static Optional<String> find(String key) {
        return MESSAGES.containsKey(key) ? Optional.of(MESSAGES.getString(key)) : Optional.empty();
    }
}
