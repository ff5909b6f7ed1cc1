package fr.ruche.dossier;

/** A fiche, or its correction, has been deposited; published in the transaction of the deposit. */
public record FicheDeposited(DossierNumber dossier, Arrival arrival, boolean correction) {}
