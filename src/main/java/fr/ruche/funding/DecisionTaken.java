package fr.ruche.funding;

import fr.ruche.dossier.DossierNumber;

/** The porteur is told what was decided; published in the transaction of the notification. */
public record DecisionTaken(DossierNumber dossier, Decision decision) {}
