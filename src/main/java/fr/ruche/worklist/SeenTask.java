package fr.ruche.worklist;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as somebody chose it from a list. Written {@code id@account}, it says who had it then ({@code id@} nobody), so
 * that a task which changed hands meanwhile is refused; a bare {@code id} does not say.
 *
 * @param holder empty for nobody, null when it is not said
 */
record SeenTask(String id, @Nullable String holder) {

    static SeenTask read(String text) {
        var at = text.indexOf('@');
        return at < 0
                ? new SeenTask(text.strip(), null)
                : new SeenTask(
                        text.substring(0, at).strip(), text.substring(at + 1).strip());
    }

    static String write(String id, @Nullable String holder) {
        return id + "@" + Objects.requireNonNullElse(holder, "");
    }

    /** Whether it is still in the hands in which it was seen. */
    boolean stillWith(@Nullable String assignee) {
        return holder == null || holder.equals(Objects.requireNonNullElse(assignee, ""));
    }
}
