package fr.ruche.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a dossier.
 *
 * @param kind code, such as {@code FICHE_DEPOSITED}
 * @param text French sentence
 * @param author account, null when Ruche did it by itself
 * @param authorName who did it, as it is shown
 * @param onBehalfOf name of the absent colleague for whom it was done, null for one's own
 */
public record TimelineEntry(
        Instant at,
        String kind,
        String text,
        @Nullable String author,
        String authorName,
        @Nullable String onBehalfOf) {

    TimelineEntry inOneName() {
        return new TimelineEntry(at, kind, text, author, authorName, null);
    }
}
