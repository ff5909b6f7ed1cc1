package fr.ruche.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The porteur must be reminded of what is due; published in the engine's transaction.
 *
 * @param step the step on which the dossier waits
 * @param dueAt when it is due
 */
public record HolderReminded(
        DossierNumber dossier,
        @Nullable String step,
        @Nullable Instant dueAt) {}
