package fr.ruche.dossier;

/**
 * How many dossiers a list has, counted up to {@link DossierPage#MOST_COUNTED} and no further.
 *
 * @param more there are more than {@code counted}
 */
public record DossierCount(int counted, boolean more) {

    static DossierCount of(int found) {
        return new DossierCount(Math.min(found, DossierPage.MOST_COUNTED), found > DossierPage.MOST_COUNTED);
    }
}
