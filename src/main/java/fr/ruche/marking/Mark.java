package fr.ruche.marking;

import fr.ruche.common.Sentences;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a juror says of an indicator.
 *
 * @param mark from 0 to the highest of the scale, null when there is none
 * @param notApplicable whether the juror says that it does not apply; then there is no mark
 * @param comment empty when there is none
 * @param version counts the changes of this mark; 0 when nothing was ever said
 */
public record Mark(String indicator, @Nullable Integer mark, boolean notApplicable, String comment, int version) {

    static Mark none(String indicator) {
        return new Mark(indicator, null, false, "", 0);
    }

    /** Whether both say the same. */
    boolean same(Mark other) {
        return Objects.equals(mark, other.mark)
                && notApplicable == other.notApplicable
                && comment.equals(other.comment);
    }

    boolean said() {
        return mark != null || notApplicable;
    }

    /** « 4 », « s. o. », « – », with the comment. */
    String told() {
        var value = mark != null ? mark.toString() : notApplicable ? Sentences.of("mark.notApplicable") : "–";
        return comment.isEmpty() ? value : value + " (" + comment + ")";
    }
}
