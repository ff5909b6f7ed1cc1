package fr.ruche.workshop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a file or about an element in it.
 *
 * @param file its bare name; empty for the version as a whole
 * @param element id of the element, null for the file as a whole
 * @param by name of who wrote it
 * @param doneBy name of who marked it as done, null as long as nobody has
 */
public record Comment(
        UUID id,
        UUID version,
        String file,
        @Nullable String element,
        String text,
        String by,
        Instant at,
        @Nullable String doneBy,
        @Nullable Instant doneAt) {}
