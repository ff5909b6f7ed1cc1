package fr.ruche.dossier;

/**
 * A full dossier, or the papers asked for after it, has been deposited; published in the transaction of the deposit.
 */
public record FullDossierDeposited(DossierNumber dossier, Arrival arrival, boolean complement) {}
