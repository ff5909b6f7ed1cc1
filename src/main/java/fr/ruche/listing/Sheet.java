package fr.ruche.listing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows that leaves while it is written. A cell is a text, an amount, a day, or null. */
public interface Sheet extends Closeable {

    void row(List<@Nullable Object> cells) throws IOException;

    /**
     * Ends the file. Not called when something failed on the way: an unfinished file shall not look like a whole one.
     */
    @Override
    void close() throws IOException;
}
