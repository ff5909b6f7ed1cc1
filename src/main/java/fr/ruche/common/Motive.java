package fr.ruche.common;

import java.util.regex.Pattern;

/** Why somebody does something that others will ask about. */
public final class Motive {

    private static final int LONGEST = 4000;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

    private Motive() {}

    /**
     * The motive, without the blanks round it.
     *
     * @param missing the French sentence for one that is not given
     * @throws Rejected at the field {@code motive} when it is missing, too long or unreadable
     */
    public static String of(String typed, String missing) {
        var motive = typed.strip();
        if (motive.isEmpty()) {
            throw Rejected.because("motive", "REQUIRED", missing);
        }
        if (motive.length() > LONGEST) {
            throw Rejected.because("motive", "LENGTH", Sentences.of("motive.long", LONGEST));
        }
        if (UNREADABLE.matcher(motive).find()) {
            throw Rejected.because("motive", "CHARACTERS", Sentences.of("motive.unreadable"));
        }
        return motive;
    }
}
