package fr.ruche.dossier;

/** A dossier is about to stand still; published in the transaction, before its process stops. */
public record DossierSuspended(DossierNumber dossier, String motive) {}
