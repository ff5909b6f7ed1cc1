package fr.ruche.worklist;

/** Somebody to whom tasks may be assigned. */
public record Colleague(String username, String displayName) {}
