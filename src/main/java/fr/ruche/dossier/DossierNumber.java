package fr.ruche.dossier;

import fr.ruche.common.NotFound;
import fr.ruche.common.Sentences;
import java.util.regex.Pattern;

/**
 * Number of a dossier, such as {@code DSDT-2015-0001}: the code of its call and a number in it. Also the business key.
 */
public record DossierNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z][A-Z0-9-]{1,30}-\\d{4,6}");

    public DossierNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new NotFound(Sentences.of("dossier.unknown"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
