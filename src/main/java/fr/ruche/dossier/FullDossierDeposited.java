package fr.ruche.dossier;

import java.time.Instant;

/**
 * A full dossier, or the papers asked for after it, has been deposited; published in the transaction of the deposit.
 */
public record FullDossierDeposited(DossierNumber dossier, Instant at, boolean complement) {}
