package fr.ruche.dossier;

import java.time.LocalDate;

/** A dossier on which silence is or soon will be a rejection. @param until see {@link Silence#until} */
public record NearSilence(LocalDate until, DossierSummary dossier) {}
