package fr.ruche.identity;

/** An absence was declared or ended. Published in its transaction. */
public record AbsenceChanged() {}
