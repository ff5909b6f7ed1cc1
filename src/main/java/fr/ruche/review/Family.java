package fr.ruche.review;

import java.util.regex.Pattern;

/**
 * A word of the vocabulary that ends with a star stands for many: {@code userTask_consult_*} is every name that goes on
 * with a word of the modeller, such as {@code userTask_consult_departement}.
 */
public final class Family {

    private static final String STAR = "*";
    private static final Pattern OWN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private Family() {}

    public static boolean is(String word) {
        return word.endsWith(STAR);
    }

    /** Whether a model that writes the name means this word. */
    public static boolean means(String word, String name) {
        return is(word)
                ? name.startsWith(beginning(word))
                        && OWN.matcher(name.substring(beginning(word).length())).matches()
                : word.equals(name);
    }

    private static String beginning(String word) {
        return word.substring(0, word.length() - STAR.length());
    }
}
