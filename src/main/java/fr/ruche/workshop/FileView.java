package fr.ruche.workshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a version, without its content.
 *
 * @param name bare, unique in its version
 * @param revision what a change of it has to name
 * @param size in bytes
 * @param changedBy name of who changed it last
 * @param editing who edits it at the moment, null when nobody does
 */
public record FileView(
        String name,
        FileKind kind,
        int revision,
        int size,
        String changedBy,
        Instant changedAt,
        @Nullable Pen editing) {

    /** Its name without the ending of its kind. */
    public String stem() {
        return kind.stem(name).orElse(name);
    }
}
