package fr.ruche.document;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a file without what could harm: no path, no control or direction mark, not too long. */
record FileName(String value) {

    private static final int LONGEST = 150;

    static FileName cleaned(String typed) {
        var last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        var clean = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return new FileName(clean.codePointCount(0, clean.length()) <= LONGEST ? clean : shortened(clean));
    }

    /** In small letters; empty when there is none. */
    String extension() {
        var dot = value.lastIndexOf('.');
        return dot < 1 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        var dot = name.lastIndexOf('.');
        var end = dot < 1 || name.length() - dot > 10 ? "" : name.substring(dot);
        var stem = name.substring(0, name.length() - end.length());
        return stem.substring(0, stem.offsetByCodePoints(0, LONGEST - end.length())) + end;
    }
}
