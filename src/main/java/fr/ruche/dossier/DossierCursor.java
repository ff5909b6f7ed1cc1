package fr.ruche.dossier;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A place in a list: just after one dossier and just before the next. It stays good when dossiers come, go or move,
 * because it names what the list was sorted by and not a rank.
 *
 * @param key what the dossier was sorted by, as the database writes it
 * @param number in the order of numbers
 */
public record DossierCursor(DossierSort sort, String key, String number) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Z_]+) ([A-Z][A-Z0-9-]{1,40}) (.{1,4000})");

    /** Opaque, and safe in an address. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sort + " " + number + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param field where it stands, for the fault
     * @throws Rejected when it is none, or of another order
     */
    public static DossierCursor read(String field, String text, DossierSort sort) {
        try {
            var written = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (written.matches() && written.group(1).equals(sort.name()) && sort.takes(written.group(3))) {
                return new DossierCursor(sort, written.group(3), written.group(2));
            }
        } catch (IllegalArgumentException noBase64) {
            // said below
        }
        throw Rejected.because(field, "CURSOR", Sentences.of("list.cursor"));
    }
}
