package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is read: after a place, before one, or a page counted from 0. A page is found by counting what
 * comes before it, so that it costs the more the further it is, and none begins further than {@link #FURTHEST}.
 *
 * @param size at most 200
 */
public record DossierReading(
        int size,
        int page,
        @Nullable DossierCursor after,
        @Nullable DossierCursor before) {

    /** How many dossiers may come before a page; a place in the list has no such limit. */
    public static final int FURTHEST = 10_000;

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

    /** Whether so many dossiers come before the page that it is not counted out. */
    public boolean tooFar() {
        return skipped() > FURTHEST;
    }

    /** How many dossiers come before the page; none when one came by a cursor. */
    long skipped() {
        return from() == null ? (long) page * size : 0;
    }
}
