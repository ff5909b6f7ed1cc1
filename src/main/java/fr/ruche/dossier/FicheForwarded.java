package fr.ruche.dossier;

/**
 * A fiche was passed on to the authority that it should have gone to (COMP-01, CRPA L.114-2); published in the
 * transaction of it.
 *
 * @param from name of the authority that had it; @param to of the one that has it now, each after « à » in a sentence
 * @param arrival when it was first received, from which every time limit goes on
 */
public record FicheForwarded(DossierNumber dossier, String from, String to, String motive, Arrival arrival) {}
