package fr.ruche.page;

import fr.ruche.common.Sentences;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the answers that a question offers. */
public record Choice(String value, String label, @Nullable String help) {

    public Choice(String value, String label) {
        this(value, label, null);
    }

    /** Yes or no, as the answers to a question. */
    public static List<Choice> yesOrNo() {
        return List.of(new Choice("true", Sentences.of("yes")), new Choice("false", Sentences.of("no")));
    }
}
