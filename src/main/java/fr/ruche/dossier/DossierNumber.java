package fr.ruche.dossier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a dossier, such as {@code DSDT-2015-0001}: the code of its call and a number in it. Also the business key.
 * In the API it is its text.
 */
public record DossierNumber(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z][A-Z0-9-]{1,30}-\\d{4,6}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DossierNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new NotFound(Sentences.of("dossier.unknown"));
        }
    }

    /** Empty when it cannot be one, such as the id of a jury session. */
    public static Optional<DossierNumber> find(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new DossierNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
