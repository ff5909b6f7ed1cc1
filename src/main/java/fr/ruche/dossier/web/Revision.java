package fr.ruche.dossier.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision of a dossier as an entity tag. */
final class Revision {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Revision() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Null when the caller does not want the revision to be checked. */
    static @Nullable Long of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Rejected.because("If-Match", "REVISION", Sentences.of("dossier.revision.wrong"));
        }
        return Long.valueOf(tag.group(1));
    }
}
