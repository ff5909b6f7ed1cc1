package fr.ruche.listing;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would compute instead of showing (OWASP, CSV injection): those that begin, after whatever a
 * spreadsheet may pass over, with a sign that opens a formula.
 */
final class Formulas {

    private static final Pattern OPENS = Pattern.compile(
            "^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{C}\"']*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}\\x{2212}])");

    private Formulas() {}

    static boolean suspects(String text) {
        return OPENS.matcher(text).find();
    }

    /** The same text with an apostrophe in front where a spreadsheet would compute it. */
    static String defused(String text) {
        return suspects(text) ? "'" + text : text;
    }
}
