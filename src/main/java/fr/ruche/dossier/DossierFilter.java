package fr.ruche.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Which dossiers a list shows; null or false where it does not matter.
 *
 * @param step id of the user task or event on which the dossier waits
 * @param clock who holds it: {@code PORTEUR}, {@code INTERCOMMUNALITE}, {@code REGION}, {@code JURY}
 * @param territory SIREN of the EPCI
 * @param words found in the number, the title, the organisation or the commune, without regard to accents
 * @param late only those whose step is past its date
 */
public record DossierFilter(
        @Nullable String call,
        @Nullable DossierStatus status,
        @Nullable String step,
        @Nullable String clock,
        @Nullable String measure,
        @Nullable String territory,
        @Nullable String sector,
        @Nullable String words,
        boolean late) {

    /** All that one may see. */
    public static final DossierFilter ALL = new DossierFilter(null, null, null, null, null, null, null, null, false);
}
