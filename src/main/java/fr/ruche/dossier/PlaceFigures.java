package fr.ruche.dossier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What came from a place.
 *
 * @param territory SIREN of the intercommunality that holds the dossiers
 * @param commune code of the commune of the projects
 * @param deposited dossiers whose fiche was deposited
 * @param complete of these, the full dossier was found complete
 * @param funded of these, granted and not declined
 * @param requested by those deposited, in euros
 * @param granted to those funded, in euros
 * @param marked of these, how many have a mark that is revealed
 * @param marks the sum of these marks, each of 100
 */
public record PlaceFigures(
        @Nullable String territory,
        @Nullable String commune,
        int deposited,
        int complete,
        int funded,
        BigDecimal requested,
        BigDecimal granted,
        int marked,
        BigDecimal marks) {}
