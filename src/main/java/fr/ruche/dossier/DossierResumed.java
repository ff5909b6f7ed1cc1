package fr.ruche.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspended dossier goes on; published in the transaction, after its process did.
 *
 * @param dueAt when its step is now due, null for one without a limit
 */
public record DossierResumed(
        DossierNumber dossier, String motive, @Nullable Instant dueAt) {}
