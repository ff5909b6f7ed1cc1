package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is read: after a place, before one, or a page counted from 0, which costs the more the further
 * it is.
 *
 * @param size at most 200
 */
public record DossierReading(
        int size,
        int page,
        @Nullable DossierCursor after,
        @Nullable DossierCursor before) {

    private static final int LARGEST = 200;

    public DossierReading {
        size = Math.max(1, Math.min(size, LARGEST));
        page = Math.max(0, page);
    }

    public static DossierReading page(int page, int size) {
        return new DossierReading(size, page, null, null);
    }

    boolean backward() {
        return before != null;
    }

    @Nullable DossierCursor from() {
        return before == null ? after : before;
    }

    /** How many dossiers come before the page; none when one came by a cursor. */
    long skipped() {
        return from() == null ? (long) page * size : 0;
    }
}
