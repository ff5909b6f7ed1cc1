package fr.ruche.programme;

/** A manager has changed the parameters of a call; dossiers move their deadlines. */
public record CallChanged(String call, int version, String author, String reason) {}
