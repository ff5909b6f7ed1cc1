package fr.ruche.document;

import java.io.IOException;
import java.io.InputStream;

/** How large compressed data becomes, found out without ever holding it: a compressed bomb is known by that. */
final class Inflation {

    private static final long LARGEST_PART = 200L << 20;
    private static final long LARGEST_TOTAL = 1L << 30;

    private final byte[] buffer = new byte[1 << 16];
    private long total;

    /**
     * Reads one part to its end, or until it is too much.
     *
     * @param part inflates while it is read
     * @return false when this part, or all of them together, become larger than any honest file
     * @throws IOException when the compressed data is damaged
     */
    boolean bears(InputStream part) throws IOException {
        var size = 0L;
        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            size += read;
            total += read;
            if (size > LARGEST_PART || total > LARGEST_TOTAL) {
                return false;
            }
        }
        return true;
    }
}
