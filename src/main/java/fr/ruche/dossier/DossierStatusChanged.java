package fr.ruche.dossier;

/** Published in the transaction of the change. */
public record DossierStatusChanged(DossierNumber dossier, DossierStatus from, DossierStatus to, String reason) {}
