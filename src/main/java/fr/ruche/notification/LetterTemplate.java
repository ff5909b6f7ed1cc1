package fr.ruche.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text from which a letter is written, at one of its versions.
 *
 * @param programme code of the one for whose dossiers it holds; null for the text of all programmes
 * @param version counted by letter and programme; 0 as long as nobody has changed it there
 * @param source where the text comes from
 * @param stated whether it entered service with a version of the programme, rather than by a manager's hand
 * @param changedBy account of who set it, or took it back; null when nobody has
 * @param names what stands for a value in this letter: nothing else may
 */
public record LetterTemplate(
        Letter letter,
        @Nullable String programme,
        int version,
        String subject,
        String body,
        Source source,
        boolean stated,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        List<Name> names) {

    LetterText text() {
        return new LetterText(subject, body);
    }

    /** Whether it is the text that Ruche comes with. */
    @JsonProperty
    public boolean shipped() {
        return source == Source.SHIPPED;
    }

    /** Whether a reset would change it: it was set where it is looked at, and is not what holds without that. */
    public boolean own() {
        return source == (programme == null ? Source.COMMON : Source.PROGRAMME);
    }

    /** Where a text comes from. */
    public enum Source {
        /** Ruche comes with it. */
        SHIPPED,
        /** A manager has set it for all programmes. */
        COMMON,
        /** It is that of the programme alone. */
        PROGRAMME
    }

    /** @param meaning in French; @param required whether the text must hold it */
    public record Name(String name, String meaning, boolean required) {}
}
