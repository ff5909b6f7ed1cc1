package fr.ruche.instruction;

import fr.ruche.dossier.DossierNumber;

/**
 * A manager has sent a dossier to another jury; published in the transaction of the change.
 *
 * @param jury {@code regional} or the SIREN of the EPCI
 */
public record RouteChanged(DossierNumber dossier, String jury, String motive) {}
