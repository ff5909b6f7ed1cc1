package fr.ruche.workflow;

import java.util.regex.Pattern;

/**
 * A text under a regular expression that gives up: a pattern which goes back over a text again and again could else
 * keep a thread for hours. The pattern comes from a form, the text from whoever answers it.
 */
final class Patient implements CharSequence {

    /** Looks at a sign; a pattern of ours needs a few for each sign of a text. */
    private static final int LOOKS = 2_000_000;

    private final CharSequence text;
    private final int[] left;

    private Patient(CharSequence text, int[] left) {
        this.text = text;
        this.left = left;
    }

    /** Whether the pattern is found in the text; not, when that cannot be told in a moment. */
    static boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patient(text, new int[] {LOOKS})).find();
        } catch (Exhausted | StackOverflowError tooLong) {
            return false;
        }
    }

    private static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public char charAt(int index) {
        if (left[0]-- <= 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Patient(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
