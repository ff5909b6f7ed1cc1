package fr.ruche.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list that left as a file.
 *
 * @param filters the query of its address
 * @param columns their names, with commas between them
 * @param rows how many dossiers left; null while they leave, or when the program was stopped meanwhile
 * @param complete whether all of them left
 */
public record ExportTrace(
        UUID id,
        String account,
        String accountName,
        ExportFormat format,
        String filters,
        String columns,
        Instant startedAt,
        @Nullable Long rows,
        boolean complete) {}
