package fr.ruche.dossier;

import java.time.Instant;

/** A fiche, or its correction, has been deposited; published in the transaction of the deposit. */
public record FicheDeposited(DossierNumber dossier, Instant at, boolean correction) {}
