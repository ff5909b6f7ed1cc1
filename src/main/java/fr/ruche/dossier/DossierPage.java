package fr.ruche.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param page counted from 0; 0 when one came by a cursor
 * @param total of the whole list, counted up to {@link #MOST_COUNTED} and no further
 * @param moreThanTotal there are more than {@code total}
 * @param next opaque: what to give as {@code after} to read on; null at the end
 * @param previous what to give as {@code before} to read back; null at the beginning
 */
public record DossierPage(
        List<DossierSummary> items,
        int page,
        int size,
        int total,
        boolean moreThanTotal,
        @Nullable String next,
        @Nullable String previous) {

    /** Counting further would cost more than it tells. */
    public static final int MOST_COUNTED = 1_000;
}
