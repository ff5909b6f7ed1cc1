package fr.ruche.funding;

import fr.ruche.dossier.DossierNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dossier on the reserve list of a jury; euros.
 *
 * @param rank among those of its jury that are on the list now, from 1: by deliberation, then by the rank that the jury
 *     gave, then by arrival
 * @param until last day of the list
 * @param called whether its money is set aside and its decision can be taken
 */
public record ReserveLine(
        DossierNumber dossier,
        String title,
        @Nullable String organisation,
        String call,
        String jury,
        @Nullable String measure,
        int rank,
        BigDecimal operating,
        BigDecimal investment,
        LocalDate until,
        boolean called) {}
