package fr.ruche.conformity;

import fr.ruche.dossier.DossierNumber;
import org.jspecify.annotations.Nullable;

/**
 * A fiche has been answered; published in the transaction of the answer.
 *
 * @param byRegion whether the Region answered in place of a silent intercommunality (A7)
 */
public record ConformityGiven(
        DossierNumber dossier,
        ConformityVerdict verdict,
        @Nullable String reason,
        boolean byRegion) {}
