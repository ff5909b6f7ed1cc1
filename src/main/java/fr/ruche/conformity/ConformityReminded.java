package fr.ruche.conformity;

import fr.ruche.dossier.DossierNumber;

/** The intercommunality has been reminded that its answer is due. @param territory SIREN of the EPCI */
public record ConformityReminded(DossierNumber dossier, String territory) {}
