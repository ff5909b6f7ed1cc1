package fr.ruche.jury;

import fr.ruche.dossier.DossierNumber;

/** A jury puts its opinion off; published in the transaction of the outcome. @param reason the points to complete */
public record JuryPostponed(DossierNumber dossier, String reason) {}
