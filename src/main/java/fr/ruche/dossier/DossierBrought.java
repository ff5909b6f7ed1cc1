package fr.ruche.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A manager brings a dossier to another step; what was established since it last began to wait there no longer holds.
 * Published in the transaction, before the process changes.
 *
 * @param from what it was until now
 * @param label of the step, in French
 * @param clock who holds the dossier there
 * @param since the instant whose state of things holds again
 * @param until the last day of the step, where it has one
 */
public record DossierBrought(
        DossierNumber dossier,
        DossierStatus from,
        String label,
        String clock,
        Instant since,
        @Nullable LocalDate until,
        String motive) {}
